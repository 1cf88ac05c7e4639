"""The tables of version 0.1: folded from 5 migrations (docs/decisions/0035-one-migration-per-app.md)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from shuangliu.tables import CreateTables


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('grids', '0001_initial'),
        ('grids', '0002_changes'),
        ('grids', '0003_worker_files'),
        ('grids', '0004_hotline_lead'),
        ('grids', '0005_landlord'),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='Area',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('level', models.CharField(choices=[('county', 'County'), ('town', 'Town (subdistrict)'), ('community', 'Community (village)'), ('grid', 'Grid')], max_length=10, verbose_name='level')),
                    ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='grids.area', verbose_name='belongs to')),
                    ('code', models.CharField(max_length=15, verbose_name='code')),
                    ('name', models.CharField(max_length=100, verbose_name='name')),
                    ('key', models.BigIntegerField(editable=False, unique=True, verbose_name='key')),
                    ('kind', models.CharField(blank=True, choices=[('town', 'Town'), ('subdistrict', 'Subdistrict'), ('urban', 'Community'), ('village', 'Village'), ('general', 'General grid'), ('dedicated', 'Dedicated grid')], max_length=12, verbose_name='kind')),
                    ('grid_mode', models.CharField(blank=True, choices=[('key', 'Key community'), ('general', 'General community')], max_length=8, verbose_name='grid mode')),
                    ('outline', models.JSONField(blank=True, help_text='GeoJSON geometry, WGS-84', null=True, verbose_name='outline')),
                    ('west', models.FloatField(editable=False, null=True)),
                    ('south', models.FloatField(editable=False, null=True)),
                    ('east', models.FloatField(editable=False, null=True)),
                    ('north', models.FloatField(editable=False, null=True)),
                    ('is_schematic', models.BooleanField(default=False, verbose_name='schematic outline')),
                    ('valid_from', models.DateField(verbose_name='valid from')),
                    ('valid_to', models.DateField(blank=True, null=True, verbose_name='valid to')),
                    ('updated_at', models.DateTimeField(auto_now=True)),
                ],
                options={
                    'verbose_name': 'area',
                    'verbose_name_plural': 'areas',
                    'ordering': ['key'],
                    'indexes': [
                        models.Index(fields=['level', 'key'], name='area_level_key'),
                        models.Index(fields=['level', 'updated_at'], name='area_level_updated'),
                    ],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(models.Q(('level', 'county'), ('parent', None)), models.Q(models.Q(('level', 'county'), _negated=True), ('parent__isnull', False)), _connector='OR'), name='area_only_county_is_root'),
                        models.CheckConstraint(condition=models.Q(('valid_to', None), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='area_valid_range'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='AreaCode',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('area', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='codes', to='grids.area', verbose_name='area')),
                    ('code', models.CharField(max_length=15, verbose_name='code')),
                    ('name', models.CharField(max_length=100, verbose_name='name')),
                    ('valid_from', models.DateField(verbose_name='valid from')),
                    ('valid_to', models.DateField(blank=True, null=True, verbose_name='valid to')),
                ],
                options={
                    'verbose_name': 'area code',
                    'verbose_name_plural': 'area codes',
                    'ordering': ['area', 'valid_from'],
                    'constraints': [
                        models.UniqueConstraint(fields=('code', 'valid_from'), name='area_code_once'),
                        models.UniqueConstraint(condition=models.Q(('valid_to', None)), fields=('area',), name='area_one_current_code'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Department',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('code', models.CharField(max_length=40, unique=True, verbose_name='code')),
                    ('name', models.CharField(max_length=100, verbose_name='name')),
                    ('area', models.ForeignKey(limit_choices_to={'level__in': ['county', 'town']}, on_delete=django.db.models.deletion.PROTECT, to='grids.area', verbose_name='serves')),
                    ('is_active', models.BooleanField(default=True, verbose_name='active')),
                ],
                options={
                    'verbose_name': 'department',
                    'verbose_name_plural': 'departments',
                    'ordering': ['area__key', 'code'],
                },
            ),
            migrations.CreateModel(
                name='Post',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to=settings.AUTH_USER_MODEL, verbose_name='user')),
                    ('role', models.CharField(choices=[('grid_worker', 'Grid worker'), ('workstation', 'Workstation clerk'), ('subcenter', 'Sub-centre dispatcher'), ('county_dispatch', 'County dispatcher'), ('county_supervisor', 'County supervisor'), ('dept_handler', 'Department handler'), ('med_clerk', 'Mediation clerk'), ('mediator', 'Mediator'), ('chief_mediator', 'Chief mediator'), ('center_manager', 'Mediation centre manager'), ('hotline_agent', 'Hotline agent'), ('hotline_lead', 'Hotline supervisor'), ('patrol_leader', 'Patrol leader'), ('volunteer', 'Volunteer'), ('registrar', 'Registrar'), ('landlord', 'Landlord with an account'), ('auditor', 'Auditor'), ('security_admin', 'Security administrator'), ('system_admin', 'System administrator')], max_length=20, verbose_name='role')),
                    ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='grids.area', verbose_name='area')),
                    ('department', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='grids.department', verbose_name='department')),
                    ('valid_from', models.DateField(verbose_name='from')),
                    ('valid_to', models.DateField(blank=True, null=True, verbose_name='until')),
                    ('delegated_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='delegations', to='grids.post', verbose_name='stands in for')),
                ],
                options={
                    'verbose_name': 'post',
                    'verbose_name_plural': 'posts',
                    'indexes': [
                        models.Index(fields=['area', 'role'], name='post_area_role'),
                    ],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('valid_to', None), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='post_range'),
                        models.CheckConstraint(condition=models.Q(models.Q(('role', 'dept_handler'), _negated=True), ('department__isnull', False), _connector='OR'), name='post_handler_has_department'),
                        models.CheckConstraint(condition=models.Q(('delegated_by', None), ('valid_to__isnull', False), _connector='OR'), name='post_delegation_ends'),
                        models.UniqueConstraint(condition=models.Q(('valid_to', None)), fields=('user', 'role', 'area'), name='post_held_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='AreaChange',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('split', 'Split'), ('merge', 'Merge'), ('move', 'Move to another community'), ('close', 'Close down')], max_length=8, verbose_name='kind')),
                    ('area_key', models.BigIntegerField(editable=False)),
                    ('starts_on', models.DateField(verbose_name='from the day')),
                    ('heir', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='inherits', to='grids.area', verbose_name='takes over the open work')),
                    ('reason', models.CharField(max_length=500, verbose_name='reason')),
                    ('document', models.CharField(blank=True, max_length=100, verbose_name='document number')),
                    ('planned_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='planned by')),
                    ('planned_at', models.DateTimeField(verbose_name='planned at')),
                    ('cancelled_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='cancelled by')),
                    ('cancelled_at', models.DateTimeField(null=True, verbose_name='cancelled at')),
                    ('obstacle', models.CharField(blank=True, max_length=500, verbose_name='why it could not be carried out')),
                    ('done_at', models.DateTimeField(null=True, verbose_name='carried out at')),
                    ('handed_over_at', models.DateTimeField(null=True, verbose_name='open work handed over at')),
                    ('ends', models.ManyToManyField(related_name='ended_by', to='grids.area', verbose_name='grids that end')),
                ],
                options={
                    'verbose_name': 'change of boundaries',
                    'verbose_name_plural': 'changes of boundaries',
                    'indexes': [
                        models.Index(fields=['area_key', '-id'], name='change_area'),
                        models.Index(condition=models.Q(('cancelled_at__isnull', True), ('done_at__isnull', True)), fields=['starts_on'], name='change_pending'),
                        models.Index(condition=models.Q(('done_at__isnull', False)), fields=['done_at'], name='change_done'),
                    ],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('kind__in', ['split', 'merge', 'move', 'close'])), name='change_kind_known'),
                        models.CheckConstraint(condition=models.Q(models.Q(('heir__isnull', False), ('kind', 'close')), models.Q(models.Q(('kind', 'close'), _negated=True), ('heir', None)), _connector='OR'), name='change_heir_when_closed'),
                        models.CheckConstraint(condition=models.Q(models.Q(('cancelled_at', None), ('cancelled_by', None)), models.Q(('cancelled_at__isnull', False), ('cancelled_by__isnull', False)), _connector='OR'), name='change_cancelled_by'),
                        models.CheckConstraint(condition=models.Q(('done_at', None), ('cancelled_at', None), _connector='OR'), name='change_done_or_cancelled'),
                        models.CheckConstraint(condition=models.Q(('handed_over_at', None), ('done_at__isnull', False), _connector='OR'), name='change_handed_over_when_done'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='PlannedGrid',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('change', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='makes', to='grids.areachange', verbose_name='change of boundaries')),
                    ('code', models.CharField(max_length=15, verbose_name='code')),
                    ('name', models.CharField(max_length=100, verbose_name='name')),
                    ('kind', models.CharField(max_length=12, verbose_name='kind')),
                    ('community', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='grids.area', verbose_name='belongs to')),
                    ('outline', models.JSONField(null=True, verbose_name='outline')),
                    ('worker', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='grid worker')),
                    ('takes_rest', models.BooleanField(default=False, verbose_name='takes the rest')),
                    ('area', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='made_by', to='grids.area', verbose_name='grid')),
                ],
                options={
                    'verbose_name': 'planned grid',
                    'verbose_name_plural': 'planned grids',
                    'ordering': ['code'],
                    'constraints': [
                        models.UniqueConstraint(fields=('change', 'code'), name='planned_grid_once'),
                        models.UniqueConstraint(condition=models.Q(('takes_rest', True)), fields=('change',), name='planned_grid_one_takes_rest'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Succession',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('from_post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='successions', to='grids.post', verbose_name='post')),
                    ('to_post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='grids.post', verbose_name='post of the successor')),
                    ('first_day', models.DateField(verbose_name='from the day')),
                    ('reason', models.CharField(max_length=200, verbose_name='reason')),
                    ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by')),
                    ('decided_at', models.DateTimeField(verbose_name='decided at')),
                    ('done_at', models.DateTimeField(null=True, verbose_name='carried out at')),
                    ('passed', models.PositiveIntegerField(default=0, verbose_name='matters passed on')),
                    ('kept', models.PositiveIntegerField(default=0, verbose_name='matters that stayed')),
                ],
                options={
                    'verbose_name': 'succession',
                    'verbose_name_plural': 'successions',
                    'indexes': [
                        models.Index(condition=models.Q(('done_at__isnull', True)), fields=['first_day'], name='succession_pending'),
                    ],
                    'constraints': [
                        models.UniqueConstraint(fields=('from_post',), name='succession_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Skill',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=20, unique=True, verbose_name='name')),
                ],
                options={
                    'verbose_name': 'skill',
                    'verbose_name_plural': 'skills of grid workers',
                    'ordering': ['name'],
                },
            ),
            migrations.CreateModel(
                name='WorkerFile',
                fields=[
                    ('user', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='worker_file', serialize=False, to=settings.AUTH_USER_MODEL, verbose_name='user')),
                    ('selection', models.CharField(blank=True, choices=[('open', 'Open recruitment'), ('community', 'Recommended by the community'), ('transfer', 'Transferred from another job'), ('other', 'Another way')], max_length=12, verbose_name='how selected')),
                    ('selected_on', models.DateField(null=True, verbose_name='selected on')),
                    ('selected_by', models.CharField(blank=True, max_length=60, verbose_name='selected by')),
                    ('document', models.CharField(blank=True, max_length=100, verbose_name='document number')),
                    ('skills', models.ManyToManyField(blank=True, related_name='workers', to='grids.skill', verbose_name='skills')),
                ],
                options={
                    'verbose_name': 'worker file',
                    'verbose_name_plural': 'worker files',
                },
            ),
            migrations.CreateModel(
                name='Training',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='trainings', to='grids.workerfile', verbose_name='worker file')),
                    ('held_on', models.DateField(verbose_name='date')),
                    ('topic', models.CharField(max_length=100, verbose_name='topic')),
                    ('hours', models.DecimalField(decimal_places=1, max_digits=5, verbose_name='hours')),
                    ('result', models.CharField(choices=[('attended', 'Attended'), ('passed', 'Passed')], default='attended', max_length=8, verbose_name='result')),
                ],
                options={
                    'verbose_name': 'training',
                    'verbose_name_plural': 'trainings',
                    'ordering': ['-held_on', '-id'],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('hours__gt', 0)), name='training_hours_above_zero'),
                        models.CheckConstraint(condition=models.Q(('result__in', ['attended', 'passed'])), name='training_result_known'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Certificate',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='certificates', to='grids.workerfile', verbose_name='worker file')),
                    ('name', models.CharField(max_length=100, verbose_name='name')),
                    ('number', models.CharField(blank=True, max_length=60, verbose_name='certificate number')),
                    ('issued_on', models.DateField(verbose_name='issued on')),
                    ('valid_until', models.DateField(blank=True, null=True, verbose_name='valid until')),
                ],
                options={
                    'verbose_name': 'certificate',
                    'verbose_name_plural': 'certificates',
                    'ordering': ['-issued_on', '-id'],
                    'indexes': [
                        models.Index(condition=models.Q(('valid_until__isnull', False)), fields=['valid_until'], name='certificate_runs_out'),
                    ],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('valid_until', None), ('valid_until__gte', models.F('issued_on')), _connector='OR'), name='certificate_range'),
                    ],
                },
            ),
        ]),
    ]
