"""The tables of version 0.1: folded from 3 migrations (docs/decisions/0035-one-migration-per-app.md)."""

import datetime
import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

from shuangliu.tables import CreateTables


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('deadlines', '0001_initial'),
        ('deadlines', '0002_clock_rule'),
        ('deadlines', '0003_warning_points'),
    ]

    dependencies = [
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='Deadline',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('matter_type', models.CharField(max_length=64, verbose_name='kind of matter')),
                    ('matter_id', models.BigIntegerField(verbose_name='number of the matter')),
                    ('area_key', models.BigIntegerField(verbose_name='area key')),
                    ('kind', models.SlugField(db_index=False, max_length=32, verbose_name='stage')),
                    ('amount', models.DecimalField(decimal_places=4, max_digits=9, verbose_name='limit')),
                    ('unit', models.CharField(choices=[('natural_hours', 'natural hours'), ('work_hours', 'work hours'), ('working_days', 'working days'), ('natural_days', 'natural days')], max_length=16, verbose_name='unit')),
                    ('warn_days', models.JSONField(blank=True, default=list, verbose_name='warns so many days before the end')),
                    ('extensions', models.PositiveSmallIntegerField(default=0, verbose_name='times extended')),
                    ('started_at', models.DateTimeField(verbose_name='started at')),
                    ('warn_at', models.DateTimeField(verbose_name='warns at')),
                    ('due_at', models.DateTimeField(verbose_name='due at')),
                    ('raise_at', models.DateTimeField(verbose_name='raised at')),
                    ('paused_at', models.DateTimeField(blank=True, null=True, verbose_name='paused at')),
                    ('remaining', models.DurationField(blank=True, null=True, verbose_name='left when paused')),
                    ('stopped_at', models.DateTimeField(blank=True, null=True, verbose_name='stopped at')),
                    ('is_cancelled', models.BooleanField(default=False, verbose_name='does not count')),
                    ('step', models.CharField(choices=[('none', 'in time'), ('warned', 'due soon'), ('overdue', 'overdue'), ('raised', 'raised to the next tier')], default='none', max_length=8, verbose_name='step')),
                    ('reminders', models.PositiveSmallIntegerField(default=0, verbose_name='warnings after the first')),
                    ('next_check_at', models.DateTimeField(blank=True, null=True, verbose_name='next step at')),
                ],
                options={
                    'verbose_name': 'deadline',
                    'verbose_name_plural': 'deadlines',
                    'indexes': [
                        models.Index(fields=['matter_type', 'matter_id'], name='deadline_matter'),
                        models.Index(condition=models.Q(('next_check_at__isnull', False)), fields=['next_check_at', 'id'], name='deadline_to_check'),
                    ],
                    'constraints': [
                        models.UniqueConstraint(condition=models.Q(('stopped_at__isnull', True)), fields=('matter_type', 'matter_id', 'kind'), name='deadline_one_running_of_a_kind'),
                        models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='deadline_amount_above_zero'),
                        models.CheckConstraint(condition=models.Q(('unit__in', ['natural_hours', 'work_hours', 'working_days', 'natural_days'])), name='deadline_unit_known'),
                        models.CheckConstraint(condition=models.Q(('step__in', ['none', 'warned', 'overdue', 'raised'])), name='deadline_step_known'),
                        models.CheckConstraint(condition=models.Q(('raise_at__gt', models.F('due_at')), ('warn_at__lte', models.F('due_at'))), name='deadline_moments_in_order'),
                        models.CheckConstraint(condition=models.Q(models.Q(('paused_at__isnull', True), ('remaining__isnull', True)), models.Q(('paused_at__isnull', False), ('remaining__isnull', False)), _connector='OR'), name='deadline_paused_with_remaining'),
                        models.CheckConstraint(condition=models.Q(('stopped_at__isnull', True), ('paused_at__isnull', True), _connector='OR'), name='deadline_stopped_or_paused'),
                        models.CheckConstraint(condition=models.Q(('is_cancelled', False), ('stopped_at__isnull', False), _connector='OR'), name='deadline_cancelled_is_stopped'),
                        models.CheckConstraint(condition=models.Q(models.Q(('next_check_at__isnull', False), ('paused_at__isnull', True), ('stopped_at__isnull', True), models.Q(('step', 'raised'), _negated=True)), models.Q(('next_check_at__isnull', True), models.Q(('stopped_at__isnull', False), ('paused_at__isnull', False), ('step', 'raised'), _connector='OR')), _connector='OR'), name='deadline_checked_while_it_runs'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='DeadlineStep',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='deadlines.deadline', verbose_name='deadline')),
                    ('extensions', models.PositiveSmallIntegerField(verbose_name='times extended')),
                    ('step', models.CharField(choices=[('none', 'in time'), ('warned', 'due soon'), ('overdue', 'overdue'), ('raised', 'raised to the next tier')], max_length=8, verbose_name='step')),
                    ('reminder', models.PositiveSmallIntegerField(default=0, verbose_name='warnings before')),
                    ('at', models.DateTimeField(verbose_name='taken at')),
                ],
                options={
                    'verbose_name': 'step of a deadline',
                    'verbose_name_plural': 'steps of deadlines',
                    'constraints': [
                        models.UniqueConstraint(fields=('deadline', 'step', 'extensions', 'reminder'), name='deadline_step_once'),
                        models.CheckConstraint(condition=models.Q(('step__in', ['none', 'warned', 'overdue', 'raised']), models.Q(('step', 'none'), _negated=True)), name='deadline_step_taken_known'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='ClockRule',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('warn_percent', models.PositiveSmallIntegerField(default=80, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(99)], verbose_name='warns at, percent of the limit')),
                    ('raise_percent', models.PositiveSmallIntegerField(default=150, validators=[django.core.validators.MinValueValidator(101), django.core.validators.MaxValueValidator(500)], verbose_name='raises at, percent of the limit')),
                    ('raise_days', models.PositiveSmallIntegerField(default=3, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='raises at the latest so many working days past the limit')),
                    ('morning_from', models.TimeField(default=datetime.time(9, 0), verbose_name='morning from')),
                    ('morning_to', models.TimeField(default=datetime.time(12, 0), verbose_name='morning to')),
                    ('afternoon_from', models.TimeField(default=datetime.time(13, 0), verbose_name='afternoon from')),
                    ('afternoon_to', models.TimeField(default=datetime.time(17, 0), verbose_name='afternoon to')),
                ],
                options={
                    'verbose_name': 'rules of the clocks',
                    'verbose_name_plural': 'rules of the clocks',
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('pk', 1)), name='clock_rule_one_row'),
                        models.CheckConstraint(condition=models.Q(('raise_days__gt', 0), ('raise_percent__gt', 100), ('warn_percent__gt', 0), ('warn_percent__lt', 100)), name='clock_rule_percents'),
                        models.CheckConstraint(condition=models.Q(('afternoon_from__gte', models.F('morning_to')), ('afternoon_to__gt', models.F('afternoon_from')), ('morning_from__lt', models.F('morning_to'))), name='clock_rule_hours_in_order'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='SpecialDay',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('date', models.DateField(unique=True, verbose_name='date')),
                    ('is_working', models.BooleanField(default=False, verbose_name='is worked (make-up day)')),
                    ('name', models.CharField(max_length=32, verbose_name='name of the day')),
                ],
                options={
                    'verbose_name': 'special day',
                    'verbose_name_plural': 'special days',
                    'ordering': ['date'],
                },
            ),
        ]),
    ]
