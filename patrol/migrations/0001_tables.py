"""The tables of version 0.1: folded from 3 migrations (docs/decisions/0035-one-migration-per-app.md)."""

import django.db.models.deletion
import django.db.models.expressions
import uuid
from django.conf import settings
from django.db import migrations, models

from shuangliu.tables import CreateTables


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('patrol', '0001_initial'),
        ('patrol', '0002_forgetting'),
        ('patrol', '0003_points_and_shifts'),
    ]

    dependencies = [
        ('grids', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='PatrolPoint',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('area_key', models.BigIntegerField(editable=False)),
                    ('county_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000000))), output_field=models.BigIntegerField())),
                    ('town_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000))), output_field=models.BigIntegerField())),
                    ('community_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000))), output_field=models.BigIntegerField())),
                    ('grid_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000))), output_field=models.BigIntegerField())),
                    ('name', models.CharField(max_length=60, verbose_name='name')),
                    ('kind', models.CharField(choices=[('checkpoint', 'Checkpoint'), ('joint_defence', 'Joint-defence point')], max_length=13, verbose_name='kind')),
                    ('area', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='grids.area', verbose_name='area')),
                    ('place', models.CharField(max_length=200, verbose_name='place')),
                    ('longitude', models.FloatField(verbose_name='longitude')),
                    ('latitude', models.FloatField(verbose_name='latitude')),
                    ('radius', models.PositiveSmallIntegerField(default=80, verbose_name='radius (m)')),
                    ('unit', models.CharField(blank=True, max_length=60, verbose_name='unit on duty')),
                    ('opens', models.TimeField(blank=True, null=True, verbose_name='on duty from')),
                    ('closes', models.TimeField(blank=True, null=True, verbose_name='on duty until')),
                    ('sign', models.PositiveSmallIntegerField(default=1, editable=False, verbose_name='number of the sign')),
                    ('closed_on', models.DateField(blank=True, null=True, verbose_name='given up on')),
                ],
                options={
                    'verbose_name': 'patrol point',
                    'verbose_name_plural': 'patrol points',
                    'ordering': ['area_key', 'id'],
                    'indexes': [
                        models.Index(fields=['town_key', 'id'], name='point_town'),
                        models.Index(fields=['area_key', 'id'], name='point_area'),
                    ],
                    'constraints': [
                        models.UniqueConstraint(condition=models.Q(('closed_on', None)), fields=('name',), name='point_name_once'),
                        models.CheckConstraint(condition=models.Q(('kind__in', ['checkpoint', 'joint_defence'])), name='point_kind_known'),
                        models.CheckConstraint(condition=models.Q(('latitude__gte', -90), ('latitude__lte', 90), ('longitude__gte', -180), ('longitude__lte', 180)), name='point_on_earth'),
                        models.CheckConstraint(condition=models.Q(('radius__gte', 20), ('radius__lte', 500)), name='point_radius_fit'),
                        models.CheckConstraint(condition=models.Q(models.Q(('closes', None), ('opens', None)), models.Q(('closes__isnull', False), ('opens__isnull', False)), _connector='OR'), name='point_hours_whole'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Route',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('area_key', models.BigIntegerField(editable=False)),
                    ('county_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000000))), output_field=models.BigIntegerField())),
                    ('town_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000))), output_field=models.BigIntegerField())),
                    ('community_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000))), output_field=models.BigIntegerField())),
                    ('grid_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000))), output_field=models.BigIntegerField())),
                    ('name', models.CharField(max_length=60, verbose_name='name')),
                    ('area', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='grids.area', verbose_name='area')),
                    ('is_shuffled', models.BooleanField(default=False, verbose_name='points in random order')),
                    ('closed_on', models.DateField(blank=True, null=True, verbose_name='given up on')),
                    ('points', models.ManyToManyField(related_name='routes', through='patrol.RouteStop', to='patrol.patrolpoint', verbose_name='points')),
                ],
                options={
                    'verbose_name': 'patrol route',
                    'verbose_name_plural': 'patrol routes',
                    'ordering': ['area_key', 'id'],
                    'indexes': [
                        models.Index(fields=['town_key', 'id'], name='route_town'),
                    ],
                    'constraints': [
                        models.UniqueConstraint(condition=models.Q(('closed_on', None)), fields=('area', 'name'), name='route_name_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='RouteStop',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('route', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stops', to='patrol.route', verbose_name='patrol route')),
                    ('point', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='patrol.patrolpoint', verbose_name='patrol point')),
                    ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ],
                options={
                    'verbose_name': 'stop of a route',
                    'verbose_name_plural': 'stops of a route',
                    'ordering': ['position'],
                    'constraints': [
                        models.UniqueConstraint(fields=('route', 'position'), name='route_stop_once'),
                        models.UniqueConstraint(fields=('route', 'point'), name='route_point_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Shift',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('area_key', models.BigIntegerField(editable=False)),
                    ('county_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000000))), output_field=models.BigIntegerField())),
                    ('town_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000))), output_field=models.BigIntegerField())),
                    ('community_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000))), output_field=models.BigIntegerField())),
                    ('grid_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000))), output_field=models.BigIntegerField())),
                    ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                    ('route', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='shifts', to='patrol.route', verbose_name='patrol route')),
                    ('area', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='grids.area', verbose_name='area')),
                    ('leader', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='patrol leader')),
                    ('starts_at', models.DateTimeField(verbose_name='starts at')),
                    ('ends_at', models.DateTimeField(verbose_name='ends at')),
                    ('with_police', models.BooleanField(default=False, verbose_name='with police')),
                    ('note', models.CharField(blank=True, max_length=200, verbose_name='note')),
                    ('state', models.CharField(choices=[('planned', 'Shift planned'), ('published', 'On the roster'), ('started', 'On patrol'), ('finished', 'All points visited'), ('partial', 'Points left out'), ('missed', 'Nobody came'), ('cancelled', 'Shift cancelled')], default='planned', max_length=9, verbose_name='state')),
                    ('required', models.PositiveSmallIntegerField(default=0, verbose_name='points to visit')),
                    ('visited', models.PositiveSmallIntegerField(default=0, verbose_name='points visited')),
                    ('watch_at', models.DateTimeField(editable=False, null=True, verbose_name='looked at next')),
                    ('raised_at', models.DateTimeField(editable=False, null=True, verbose_name='raised at')),
                    ('started_at', models.DateTimeField(null=True, verbose_name='started at')),
                    ('finished_at', models.DateTimeField(null=True, verbose_name='finished at')),
                    ('reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
                ],
                options={
                    'verbose_name': 'patrol shift',
                    'verbose_name_plural': 'patrol shifts',
                    'ordering': ['-starts_at', '-id'],
                    'indexes': [
                        models.Index(fields=['town_key', 'starts_at', 'id'], name='shift_town'),
                        models.Index(fields=['community_key', 'starts_at', 'id'], name='shift_community'),
                        models.Index(fields=['county_key', 'starts_at', 'id'], name='shift_county'),
                        models.Index(condition=models.Q(('watch_at__isnull', False)), fields=['watch_at', 'id'], name='shift_watch'),
                    ],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('state__in', ['planned', 'published', 'started', 'finished', 'partial', 'missed', 'cancelled'])), name='shift_state_known'),
                        models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='shift_ends_after_start'),
                        models.CheckConstraint(condition=models.Q(('visited__lte', models.F('required'))), name='shift_visited_of_required'),
                        models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['finished', 'partial', 'started']), _negated=True), ('started_at__isnull', False), _connector='OR'), name='shift_walked_has_start'),
                        models.CheckConstraint(condition=models.Q(models.Q(('state', 'cancelled'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='shift_cancelled_why'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Duty',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('shift', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duties', to='patrol.shift', verbose_name='patrol shift')),
                    ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                    ('starts_at', models.DateTimeField(editable=False, verbose_name='starts at')),
                ],
                options={
                    'verbose_name': 'duty',
                    'verbose_name_plural': 'duties',
                    'ordering': ['id'],
                    'indexes': [
                        models.Index(fields=['person', 'starts_at'], name='duty_person'),
                    ],
                    'constraints': [
                        models.UniqueConstraint(fields=('shift', 'person'), name='duty_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='ShiftStop',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('shift', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stops', to='patrol.shift', verbose_name='patrol shift')),
                    ('point', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='patrol.patrolpoint', verbose_name='patrol point')),
                    ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                    ('due_at', models.DateTimeField(verbose_name='to be visited by')),
                    ('visited_at', models.DateTimeField(null=True, verbose_name='visited at')),
                    ('alerted_at', models.DateTimeField(null=True, verbose_name='leader told at')),
                ],
                options={
                    'verbose_name': 'stop of a shift',
                    'verbose_name_plural': 'stops of a shift',
                    'ordering': ['position'],
                    'indexes': [
                        models.Index(fields=['point', 'due_at'], name='stop_of_point'),
                    ],
                    'constraints': [
                        models.UniqueConstraint(fields=('shift', 'position'), name='shift_stop_once'),
                        models.UniqueConstraint(fields=('shift', 'point'), name='shift_point_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='CheckIn',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('area_key', models.BigIntegerField(editable=False)),
                    ('county_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000000))), output_field=models.BigIntegerField())),
                    ('town_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000))), output_field=models.BigIntegerField())),
                    ('community_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000))), output_field=models.BigIntegerField())),
                    ('grid_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000))), output_field=models.BigIntegerField())),
                    ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='number given by the sender')),
                    ('shift', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='check_ins', to='patrol.shift', verbose_name='patrol shift')),
                    ('point', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='patrol.patrolpoint', verbose_name='patrol point')),
                    ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                    ('way', models.CharField(choices=[('sign', 'Scanned the sign'), ('position', 'By position'), ('hand', 'Chosen by hand')], max_length=8, verbose_name='how')),
                    ('made_at', models.DateTimeField(verbose_name='checked in at')),
                    ('received_at', models.DateTimeField(verbose_name='received at')),
                    ('longitude', models.FloatField(blank=True, null=True, verbose_name='longitude')),
                    ('latitude', models.FloatField(blank=True, null=True, verbose_name='latitude')),
                    ('distance', models.PositiveIntegerField(blank=True, null=True, verbose_name='distance to the point (m)')),
                    ('is_far', models.BooleanField(default=False, verbose_name='too far from the point')),
                    ('is_unseen', models.BooleanField(default=False, verbose_name='neither sign nor position')),
                    ('is_untimely', models.BooleanField(default=False, verbose_name='outside the time of the shift')),
                    ('is_clock_off', models.BooleanField(default=False, verbose_name='clock of the phone is wrong')),
                    ('note', models.CharField(blank=True, max_length=200, verbose_name='note')),
                ],
                options={
                    'verbose_name': 'check-in',
                    'verbose_name_plural': 'check-ins',
                    'ordering': ['-id'],
                    'indexes': [
                        models.Index(fields=['point', 'made_at'], name='check_in_point'),
                        models.Index(fields=['by', '-id'], name='check_in_person'),
                        models.Index(condition=models.Q(('longitude__isnull', False)), fields=['made_at'], name='check_in_position'),
                    ],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('way__in', ['sign', 'position', 'hand'])), name='check_in_way_known'),
                        models.CheckConstraint(condition=models.Q(models.Q(('latitude', None), ('longitude', None)), models.Q(('latitude__gte', -90), ('latitude__isnull', False), ('latitude__lte', 90), ('longitude__gte', -180), ('longitude__isnull', False), ('longitude__lte', 180)), _connector='OR'), name='check_in_point_whole'),
                        models.CheckConstraint(condition=models.Q(('made_at__lte', models.F('received_at'))), name='check_in_made_before_received'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Note',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('area_key', models.BigIntegerField(editable=False)),
                    ('county_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000000))), output_field=models.BigIntegerField())),
                    ('town_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000))), output_field=models.BigIntegerField())),
                    ('community_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000))), output_field=models.BigIntegerField())),
                    ('grid_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000))), output_field=models.BigIntegerField())),
                    ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='number given by the sender')),
                    ('kind', models.CharField(choices=[('patrol', 'Round'), ('visit', 'Visit'), ('opinion', 'Opinion heard'), ('promotion', 'Public-service promotion')], max_length=10, verbose_name='kind')),
                    ('purpose', models.CharField(blank=True, choices=[('service', 'Offering help'), ('safety', 'Safety check'), ('follow_up', 'Following up a matter'), ('other', 'Other purpose')], max_length=10, verbose_name='purpose of the visit')),
                    ('text', models.TextField(verbose_name='text')),
                    ('place', models.CharField(blank=True, max_length=200, verbose_name='place')),
                    ('longitude', models.FloatField(blank=True, null=True, verbose_name='longitude')),
                    ('latitude', models.FloatField(blank=True, null=True, verbose_name='latitude')),
                    ('area', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='grids.area', verbose_name='grid')),
                    ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
                    ('noted_at', models.DateTimeField(verbose_name='noted at')),
                    ('received_at', models.DateTimeField(verbose_name='received at')),
                ],
                options={
                    'verbose_name': 'patrol note',
                    'verbose_name_plural': 'patrol notes',
                    'indexes': [
                        models.Index(fields=['by', '-id'], name='note_writer'),
                        models.Index(fields=['community_key', '-id'], name='note_community'),
                        models.Index(fields=['town_key', '-id'], name='note_town'),
                        models.Index(condition=models.Q(('longitude__isnull', False)), fields=['noted_at'], name='note_point'),
                    ],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('kind__in', ['patrol', 'visit', 'opinion', 'promotion'])), name='note_kind_known'),
                        models.CheckConstraint(condition=models.Q(models.Q(('kind', 'visit'), ('purpose__in', ['service', 'safety', 'follow_up', 'other'])), models.Q(models.Q(('kind', 'visit'), _negated=True), ('purpose', '')), _connector='OR'), name='note_visit_has_purpose'),
                        models.CheckConstraint(condition=models.Q(models.Q(('latitude', None), ('longitude', None)), models.Q(('latitude__gte', -90), ('latitude__isnull', False), ('latitude__lte', 90), ('longitude__gte', -180), ('longitude__isnull', False), ('longitude__lte', 180)), _connector='OR'), name='note_point_whole'),
                        models.CheckConstraint(condition=models.Q(('noted_at__lte', models.F('received_at'))), name='note_written_before_received'),
                    ],
                },
            ),
        ]),
    ]
