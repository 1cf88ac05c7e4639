"""The tables of version 0.1: folded from 2 migrations (docs/decisions/0035-one-migration-per-app.md)."""

from django.db import migrations, models

from shuangliu.tables import CreateTables


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('indicators', '0001_initial'),
        ('indicators', '0002_parts'),
    ]

    dependencies = [
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='Delta',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('measure', models.CharField(max_length=48, verbose_name='measure')),
                    ('area_key', models.BigIntegerField(verbose_name='area key')),
                    ('day', models.DateField(verbose_name='day')),
                    ('item', models.CharField(blank=True, default='', max_length=24, verbose_name='part')),
                    ('amount', models.IntegerField(verbose_name='amount')),
                ],
                options={
                    'verbose_name': 'unfolded change',
                    'verbose_name_plural': 'unfolded changes',
                },
            ),
            migrations.CreateModel(
                name='Rollup',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('measure', models.CharField(max_length=48, verbose_name='measure')),
                    ('area_key', models.BigIntegerField(verbose_name='area key')),
                    ('day', models.DateField(verbose_name='day')),
                    ('item', models.CharField(blank=True, default='', max_length=24, verbose_name='part')),
                    ('amount', models.IntegerField(verbose_name='amount')),
                ],
                options={
                    'verbose_name': 'rollup',
                    'verbose_name_plural': 'rollups',
                    'indexes': [
                        models.Index(fields=['measure', 'day', 'area_key', 'item', 'amount'], name='rollup_measure_day'),
                    ],
                    'constraints': [
                        models.UniqueConstraint(fields=('measure', 'area_key', 'day', 'item'), name='rollup_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Difference',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('measure', models.CharField(max_length=48, verbose_name='measure')),
                    ('area_key', models.BigIntegerField(verbose_name='area key')),
                    ('day', models.DateField(verbose_name='day')),
                    ('item', models.CharField(blank=True, default='', max_length=24, verbose_name='part')),
                    ('rolled', models.IntegerField(verbose_name='in the figures')),
                    ('counted', models.IntegerField(verbose_name='counted from the rows')),
                    ('found_at', models.DateTimeField(verbose_name='found at')),
                ],
                options={
                    'verbose_name': 'difference',
                    'verbose_name_plural': 'differences',
                    'constraints': [
                        models.UniqueConstraint(fields=('measure', 'area_key', 'day', 'item'), name='difference_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='NamedPeriod',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=40, unique=True, verbose_name='name')),
                    ('start', models.DateField(verbose_name='first day')),
                    ('end', models.DateField(verbose_name='last day')),
                    ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ],
                options={
                    'verbose_name': 'named period',
                    'verbose_name_plural': 'named periods',
                    'ordering': ['order', 'start', 'id'],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('end__gte', models.F('start'))), name='named_period_range'),
                    ],
                },
            ),
        ]),
    ]
