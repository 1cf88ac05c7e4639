"""Screening points: plans, results, warning levels and their rule."""

import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('grids', '0003_worker_files'),
        ('mediation', '0012_network'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(blank=True, max_length=60, verbose_name='in a few words')),
            ],
            options={
                'verbose_name': 'dispute found by screening',
                'verbose_name_plural': 'disputes found by screening',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='PointWarning',
            fields=[
                ('point', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='warning', serialize=False, to='mediation.screeningpoint', verbose_name='screening point')),
                ('level', models.CharField(choices=[('none', 'No warning'), ('blue', 'Blue warning'), ('yellow', 'Yellow warning'), ('orange', 'Orange warning'), ('red', 'Red warning')], default='none', max_length=8, verbose_name='warning level')),
                ('computed', models.CharField(choices=[('none', 'No warning'), ('blue', 'Blue warning'), ('yellow', 'Yellow warning'), ('orange', 'Orange warning'), ('red', 'Red warning')], default='none', max_length=8, verbose_name='level by the rule')),
                ('since', models.DateTimeField(verbose_name='since')),
                ('counts', models.JSONField(default=dict, verbose_name='cases counted')),
                ('reset_until', models.DateField(null=True, verbose_name='reset until')),
                ('reset_over', models.CharField(blank=True, choices=[('none', 'No warning'), ('blue', 'Blue warning'), ('yellow', 'Yellow warning'), ('orange', 'Orange warning'), ('red', 'Red warning')], max_length=8, verbose_name='level that was reset')),
            ],
            options={
                'verbose_name': 'warning state',
                'verbose_name_plural': 'warning states',
            },
        ),
        migrations.CreateModel(
            name='Screening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('area_key', models.BigIntegerField(editable=False)),
                ('county_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000000))), output_field=models.BigIntegerField())),
                ('town_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000))), output_field=models.BigIntegerField())),
                ('community_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000))), output_field=models.BigIntegerField())),
                ('grid_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000))), output_field=models.BigIntegerField())),
                ('every', models.CharField(choices=[('weekly', 'every week'), ('half_monthly', 'twice a month'), ('monthly', 'every month')], max_length=12, verbose_name='how often')),
                ('starts_on', models.DateField(verbose_name='first day')),
                ('ends_on', models.DateField(verbose_name='last day')),
                ('remind_on', models.DateField(verbose_name='reminded on')),
                ('reminded_at', models.DateTimeField(null=True, verbose_name='reminded at')),
                ('closed_at', models.DateTimeField(null=True, verbose_name='counted at')),
                ('in_time', models.BooleanField(null=True, verbose_name='done in time')),
                ('done_at', models.DateTimeField(null=True, verbose_name='done at')),
                ('found', models.PositiveSmallIntegerField(null=True, verbose_name='disputes found')),
                ('version', models.PositiveIntegerField(default=0)),
            ],
            options={
                'verbose_name': 'screening',
                'verbose_name_plural': 'screenings',
                'ordering': ['ends_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ScreeningPlan',
            fields=[
                ('point', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='plan', serialize=False, to='mediation.screeningpoint', verbose_name='screening point')),
                ('every', models.CharField(choices=[('weekly', 'every week'), ('half_monthly', 'twice a month'), ('monthly', 'every month')], max_length=12, verbose_name='how often')),
                ('since', models.DateField(verbose_name='from')),
                ('is_active', models.BooleanField(default=True, verbose_name='in force')),
            ],
            options={
                'verbose_name': 'screening plan',
                'verbose_name_plural': 'screening plans',
            },
        ),
        migrations.CreateModel(
            name='Threshold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.CharField(choices=[('none', 'No warning'), ('blue', 'Blue warning'), ('yellow', 'Yellow warning'), ('orange', 'Orange warning'), ('red', 'Red warning')], max_length=8, verbose_name='warning level')),
                ('measure', models.CharField(choices=[('open', 'open cases'), ('group', 'open group disputes'), ('major', 'open major group disputes'), ('overdue', 'overdue cases'), ('overdue_group', 'overdue group disputes')], max_length=16, verbose_name='what is counted')),
                ('at_least', models.PositiveSmallIntegerField(verbose_name='at least')),
            ],
            options={
                'verbose_name': 'threshold',
                'verbose_name_plural': 'thresholds',
            },
        ),
        migrations.CreateModel(
            name='Touch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case_id', models.BigIntegerField()),
                ('community_key', models.BigIntegerField()),
            ],
            options={
                'verbose_name': 'case whose warning level is to be looked at',
                'verbose_name_plural': 'cases whose warning level is to be looked at',
            },
        ),
        migrations.CreateModel(
            name='WarningChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('old', models.CharField(choices=[('none', 'No warning'), ('blue', 'Blue warning'), ('yellow', 'Yellow warning'), ('orange', 'Orange warning'), ('red', 'Red warning')], max_length=8, verbose_name='from')),
                ('new', models.CharField(choices=[('none', 'No warning'), ('blue', 'Blue warning'), ('yellow', 'Yellow warning'), ('orange', 'Orange warning'), ('red', 'Red warning')], max_length=8, verbose_name='to')),
                ('why', models.CharField(choices=[('cases', 'Cases opened, closed or became overdue'), ('rule', 'Another version of the rule'), ('reset', 'Reset by hand'), ('reset_over', 'The reset ended')], max_length=12, verbose_name='because')),
                ('counts', models.JSONField(verbose_name='cases counted')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
                ('until', models.DateField(null=True, verbose_name='reset until')),
            ],
            options={
                'verbose_name': 'change of a warning level',
                'verbose_name_plural': 'changes of warning levels',
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='WarningRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(unique=True, verbose_name='version')),
                ('valid_from', models.DateField(verbose_name='valid from')),
                ('reason', models.CharField(max_length=200, verbose_name='reason')),
                ('set_at', models.DateTimeField(verbose_name='set at')),
            ],
            options={
                'verbose_name': 'warning rule',
                'verbose_name_plural': 'warning rules',
                'ordering': ['-version'],
            },
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('concluded_at__isnull', False)), fields=['mediator', 'concluded_at'], name='case_concluded_mediator'),
        ),
        migrations.AddField(
            model_name='finding',
            name='case',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='finding', to='mediation.case', verbose_name='mediation case'),
        ),
        migrations.AddField(
            model_name='finding',
            name='category',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to='mediation.disputecategory', verbose_name='dispute category'),
        ),
        migrations.AddField(
            model_name='screening',
            name='done_by',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='done by'),
        ),
        migrations.AddField(
            model_name='screening',
            name='point',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='screenings', to='mediation.screeningpoint', verbose_name='screening point'),
        ),
        migrations.AddField(
            model_name='finding',
            name='screening',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='mediation.screening', verbose_name='screening'),
        ),
        migrations.AddConstraint(
            model_name='screeningplan',
            constraint=models.CheckConstraint(condition=models.Q(('every__in', ['weekly', 'half_monthly', 'monthly'])), name='plan_every_known'),
        ),
        migrations.AddField(
            model_name='warningchange',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by'),
        ),
        migrations.AddField(
            model_name='warningchange',
            name='point',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='warning_changes', to='mediation.screeningpoint', verbose_name='screening point'),
        ),
        migrations.AddField(
            model_name='warningrule',
            name='area',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='grids.area', verbose_name='area'),
        ),
        migrations.AddField(
            model_name='warningrule',
            name='set_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='set by'),
        ),
        migrations.AddField(
            model_name='warningchange',
            name='rule',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='mediation.warningrule', verbose_name='warning rule'),
        ),
        migrations.AddField(
            model_name='threshold',
            name='rule',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='thresholds', to='mediation.warningrule', verbose_name='warning rule'),
        ),
        migrations.AddField(
            model_name='pointwarning',
            name='rule',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='mediation.warningrule', verbose_name='warning rule'),
        ),
        migrations.AddIndex(
            model_name='screening',
            index=models.Index(condition=models.Q(('closed_at', None)), fields=['ends_on', 'id'], name='screening_to_close'),
        ),
        migrations.AddIndex(
            model_name='screening',
            index=models.Index(fields=['-ends_on', '-id'], name='screening_by_end'),
        ),
        migrations.AddConstraint(
            model_name='screening',
            constraint=models.UniqueConstraint(fields=('point', 'starts_on'), name='screening_once_a_period'),
        ),
        migrations.AddConstraint(
            model_name='screening',
            constraint=models.CheckConstraint(condition=models.Q(('remind_on__gte', models.F('starts_on')), ('remind_on__lte', models.F('ends_on'))), name='screening_days_in_order'),
        ),
        migrations.AddConstraint(
            model_name='screening',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('done_at', None), ('done_by', None), ('found', None)), models.Q(('done_at__isnull', False), ('done_by__isnull', False), ('found__isnull', False)), _connector='OR'), name='screening_result_whole'),
        ),
        migrations.AddConstraint(
            model_name='screening',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('in_time', None)), models.Q(('closed_at__isnull', False), ('in_time__isnull', False)), _connector='OR'), name='screening_counted_whole'),
        ),
        migrations.AddConstraint(
            model_name='screening',
            constraint=models.CheckConstraint(condition=models.Q(('in_time', None), ('in_time', False), ('done_at__isnull', False), _connector='OR'), name='screening_in_time_is_done'),
        ),
        migrations.AddIndex(
            model_name='finding',
            index=models.Index(condition=models.Q(('case', None)), fields=['-id'], name='finding_unregistered'),
        ),
        migrations.AddConstraint(
            model_name='warningchange',
            constraint=models.CheckConstraint(condition=models.Q(('why__in', ['cases', 'rule', 'reset', 'reset_over'])), name='warning_change_why_known'),
        ),
        migrations.AddConstraint(
            model_name='warningchange',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('by__isnull', False), ('until__isnull', False), ('why', 'reset'), models.Q(('reason', ''), _negated=True)), models.Q(models.Q(('why', 'reset'), _negated=True), ('by', None), ('reason', ''), ('until', None)), _connector='OR'), name='warning_reset_with_reason'),
        ),
        migrations.AddConstraint(
            model_name='threshold',
            constraint=models.UniqueConstraint(fields=('rule', 'level', 'measure'), name='threshold_once'),
        ),
        migrations.AddConstraint(
            model_name='threshold',
            constraint=models.CheckConstraint(condition=models.Q(('at_least__gt', 0)), name='threshold_above_zero'),
        ),
        migrations.AddConstraint(
            model_name='threshold',
            constraint=models.CheckConstraint(condition=models.Q(('level__in', ['none', 'blue', 'yellow', 'orange', 'red']), models.Q(('level', 'none'), _negated=True)), name='threshold_level_known'),
        ),
        migrations.AddConstraint(
            model_name='threshold',
            constraint=models.CheckConstraint(condition=models.Q(('measure__in', ['open', 'group', 'major', 'overdue', 'overdue_group'])), name='threshold_measure_known'),
        ),
        migrations.AddConstraint(
            model_name='pointwarning',
            constraint=models.CheckConstraint(condition=models.Q(('computed__in', ['none', 'blue', 'yellow', 'orange', 'red']), ('level__in', ['none', 'blue', 'yellow', 'orange', 'red'])), name='warning_level_known'),
        ),
        migrations.AddConstraint(
            model_name='pointwarning',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('level', models.F('computed')), ('reset_over', ''), ('reset_until', None)), models.Q(('level', 'none'), ('reset_until__isnull', False), models.Q(('reset_over', ''), _negated=True)), _connector='OR'), name='warning_reset_whole'),
        ),
    ]
