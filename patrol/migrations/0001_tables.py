"""The tables of version 0.1: folded from 2 migrations (docs/decisions/0035-one-migration-per-app.md)."""

import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

from shuangliu.tables import CreateTables


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('patrol', '0001_initial'),
        ('patrol', '0002_forgetting'),
    ]

    dependencies = [
        ('grids', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables([
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
