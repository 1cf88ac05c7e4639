import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('grids', '0004_hotline_lead'),
        ('hotline', '0006_open311'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ContingencyPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=100, verbose_name='title')),
                ('kind', models.CharField(choices=[('disaster', 'Natural disaster'), ('accident', 'Accident'), ('health', 'Public health'), ('order', 'Public order'), ('service', 'Interrupted supply'), ('decision', 'Project or decision')], max_length=8, verbose_name='kind')),
                ('version', models.CharField(max_length=30, verbose_name='version')),
                ('valid_from', models.DateField(verbose_name='in force from')),
                ('review_on', models.DateField(verbose_name='look at again on')),
                ('is_active', models.BooleanField(default=True, verbose_name='in force')),
                ('reminded_on', models.DateField(editable=False, null=True, verbose_name='reminded of')),
                ('area', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='grids.area', verbose_name='county')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='grids.department', verbose_name='responsible')),
            ],
            options={
                'verbose_name': 'contingency plan',
                'verbose_name_plural': 'contingency plans',
                'ordering': ['review_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='LiaisonOfficer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('unit', models.CharField(blank=True, max_length=100, verbose_name='other unit')),
                ('name', models.CharField(max_length=40, verbose_name='liaison officer')),
                ('position', models.CharField(blank=True, max_length=60, verbose_name='position')),
                ('office_phone', models.CharField(max_length=30, verbose_name='office phone')),
                ('valid_from', models.DateField(verbose_name='from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='until')),
                ('area', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='grids.area', verbose_name='county')),
                ('department', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='grids.department', verbose_name='department')),
            ],
            options={
                'verbose_name': 'liaison officer',
                'verbose_name_plural': 'liaison officers',
                'ordering': ['area', 'department', 'unit', '-valid_from', 'id'],
            },
        ),
        migrations.CreateModel(
            name='PlanDrill',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('held_on', models.DateField(verbose_name='date')),
                ('summary', models.CharField(max_length=500, verbose_name='what was found')),
                ('by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drills', to='hotline.contingencyplan', verbose_name='contingency plan')),
            ],
            options={
                'verbose_name': 'drill of a plan',
                'verbose_name_plural': 'drills of plans',
                'ordering': ['-held_on', '-id'],
            },
        ),
        migrations.CreateModel(
            name='AnalysisReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('span', models.CharField(choices=[('month', 'Monthly report'), ('quarter', 'Quarterly report')], max_length=7, verbose_name='period')),
                ('start', models.DateField(verbose_name='from')),
                ('end', models.DateField(verbose_name='until')),
                ('figures', models.JSONField(verbose_name='figures')),
                ('findings', models.TextField(max_length=8000, verbose_name='findings')),
                ('advice', models.TextField(blank=True, max_length=8000, verbose_name='advice')),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('signed', 'Signed by the hotline'), ('issued', 'Issued')], default='draft', max_length=6, verbose_name='state')),
                ('drafted_at', models.DateTimeField(verbose_name='drafted at')),
                ('signed_at', models.DateTimeField(null=True, verbose_name='signed at')),
                ('issued_at', models.DateTimeField(null=True, verbose_name='issued at')),
                ('sent_back', models.CharField(blank=True, max_length=300, verbose_name='why it was sent back')),
                ('area', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='grids.area', verbose_name='county')),
                ('drafted_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='drafted by')),
                ('issued_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='issued by')),
                ('signed_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='signed by')),
            ],
            options={
                'verbose_name': 'analysis report',
                'verbose_name_plural': 'analysis reports',
                'ordering': ['-end', '-id'],
                'indexes': [models.Index(fields=['area', '-end', '-id'], name='analysis_report_newest')],
                'constraints': [models.UniqueConstraint(fields=('area', 'span', 'start'), name='analysis_report_once'), models.CheckConstraint(condition=models.Q(('end__gte', models.F('start'))), name='analysis_report_range'), models.CheckConstraint(condition=models.Q(models.Q(('issued_at', None), ('signed_at', None), ('state', 'draft')), models.Q(('issued_at', None), ('signed_at__isnull', False), ('state', 'signed')), models.Q(('issued_at__isnull', False), ('signed_at__isnull', False), ('state', 'issued')), _connector='OR'), name='analysis_report_signed')],
            },
        ),
        migrations.AddIndex(
            model_name='contingencyplan',
            index=models.Index(fields=['area', 'review_on', 'id'], name='plan_county'),
        ),
        migrations.AddIndex(
            model_name='contingencyplan',
            index=models.Index(condition=models.Q(('is_active', True)), fields=['review_on'], name='plan_review'),
        ),
        migrations.AddConstraint(
            model_name='contingencyplan',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['disaster', 'accident', 'health', 'order', 'service', 'decision'])), name='plan_kind_known'),
        ),
        migrations.AddIndex(
            model_name='liaisonofficer',
            index=models.Index(fields=['area', 'id'], name='liaison_county'),
        ),
        migrations.AddConstraint(
            model_name='liaisonofficer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('department__isnull', False), ('unit', '')), models.Q(('department', None), models.Q(('unit', ''), _negated=True)), _connector='OR'), name='liaison_of_one_unit', violation_error_message='Choose a department, or name another unit.'),
        ),
        migrations.AddConstraint(
            model_name='liaisonofficer',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to', None), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='liaison_range', violation_error_message='The last day is not before the first.'),
        ),
    ]
