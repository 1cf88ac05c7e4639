import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models

from shuangliu.search.operations import AddSearch


class Migration(migrations.Migration):

    dependencies = [
        ('grids', '0004_hotline_lead'),
        ('residents', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Likeness',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('area_key', models.BigIntegerField(editable=False)),
                ('county_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000000))), output_field=models.BigIntegerField())),
                ('town_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000))), output_field=models.BigIntegerField())),
                ('community_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000))), output_field=models.BigIntegerField())),
                ('grid_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000))), output_field=models.BigIntegerField())),
                ('basis', models.CharField(choices=[('birthday', 'Same name and birthday'), ('name', 'Same name and phone'), ('phone', 'Same phone and birthday'), ('hand', 'Compared by hand')], max_length=8, verbose_name='in common')),
                ('state', models.CharField(choices=[('open', 'To be decided'), ('apart', 'Two people'), ('merged', 'Merged')], default='open', max_length=6, verbose_name='state')),
                ('found_at', models.DateTimeField(verbose_name='found at')),
                ('decided_at', models.DateTimeField(null=True, verbose_name='decided at')),
            ],
            options={
                'verbose_name': 'possible duplicate',
                'verbose_name_plural': 'possible duplicates',
                'ordering': ['-id'],
            },
        ),
        migrations.AddIndex(
            model_name='building',
            index=models.Index(fields=['name'], name='building_by_name'),
        ),
        migrations.AddIndex(
            model_name='residence',
            index=models.Index(condition=models.Q(('until', None)), fields=['since'], name='residence_begun'),
        ),
        migrations.AddIndex(
            model_name='household',
            index=models.Index(fields=['grid_key', 'id'], name='household_grid'),
        ),
        migrations.AddField(
            model_name='likeness',
            name='decided_by',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by'),
        ),
        migrations.AddField(
            model_name='likeness',
            name='one',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='residents.person', verbose_name='resident'),
        ),
        migrations.AddField(
            model_name='likeness',
            name='other',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='residents.person', verbose_name='other resident'),
        ),
        migrations.AddIndex(
            model_name='likeness',
            index=models.Index(condition=models.Q(('state', 'open')), fields=['area_key', '-id'], name='likeness_open'),
        ),
        migrations.AddConstraint(
            model_name='likeness',
            constraint=models.UniqueConstraint(fields=('one', 'other'), name='likeness_once'),
        ),
        migrations.AddConstraint(
            model_name='likeness',
            constraint=models.CheckConstraint(condition=models.Q(('one__lt', models.F('other'))), name='likeness_older_first'),
        ),
        migrations.AddConstraint(
            model_name='likeness',
            constraint=models.CheckConstraint(condition=models.Q(('basis__in', ['birthday', 'name', 'phone', 'hand'])), name='likeness_basis_known'),
        ),
        migrations.AddConstraint(
            model_name='likeness',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('state', 'open')), models.Q(('decided_at__isnull', False), ('state__in', ['apart', 'merged'])), _connector='OR'), name='likeness_decided'),
        ),
        AddSearch("building", ["name", "address"]),
    ]
