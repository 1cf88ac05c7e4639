"""A case goes several rounds."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('grids', '0003_worker_files'), ('mediation', '0001_initial')]

    operations = [
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='round')),
                ('level', models.CharField(choices=[('county', 'County'), ('town', 'Town (subdistrict)'), ('community', 'Community (village)')], default='community', max_length=12, verbose_name='level')),
                ('opened_at', models.DateTimeField(verbose_name='began at')),
                ('opened_why', models.CharField(choices=[('accepted', 'The case was taken on'), ('taken', 'Another body took it on'), ('retry', 'Another attempt'), ('moved_up', 'Handed up by the level below'), ('breach', 'The agreement was not kept')], max_length=10, verbose_name='why it began')),
                ('ended_at', models.DateTimeField(null=True, verbose_name='ended at')),
                ('end', models.CharField(blank=True, choices=[('agreed', 'Agreement'), ('failed', 'No agreement'), ('moved_up', 'Handed up to the next level'), ('transferred', 'Went to another body')], max_length=12, verbose_name='how it ended')),
                ('failed_reason', models.CharField(blank=True, choices=[('refused', 'A party refused'), ('no_agreement', 'No agreement reached'), ('over_time', 'Time limit passed'), ('sued', 'A party went to court'), ('other', 'Other')], max_length=16, verbose_name='reason of failure')),
                ('advice', models.TextField(blank=True, verbose_name='advice given')),
                ('agreement_form', models.CharField(blank=True, choices=[('written', 'Written agreement'), ('oral', 'Oral agreement')], max_length=8, verbose_name='form of agreement')),
                ('agreement', models.TextField(blank=True, verbose_name='content of the agreement')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=14, null=True, verbose_name='amount agreed (yuan)')),
                ('effective_at', models.DateTimeField(null=True, verbose_name='effective from')),
            ],
            options={
                'verbose_name': 'round of mediation',
                'verbose_name_plural': 'rounds of mediation',
                'ordering': ['case', 'number'],
            },
        ),
        migrations.AddField(
            model_name='round',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rounds', to='mediation.case', verbose_name='mediation case'),
        ),
        migrations.AddField(
            model_name='round',
            name='center',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='mediation.mediationcenter', verbose_name='mediation centre'),
        ),
        migrations.AddField(
            model_name='round',
            name='mediator',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='mediation.mediator', verbose_name='mediator'),
        ),
        migrations.AddField(
            model_name='round',
            name='org',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='mediation.mediationorg', verbose_name='mediation organisation'),
        ),
        migrations.AddField(
            model_name='session',
            name='round',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='mediation.round', verbose_name='round'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.UniqueConstraint(fields=('case', 'number'), name='round_number_once'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('case',), name='round_one_runs'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('end', ''), ('ended_at', None)), models.Q(('end__in', ['agreed', 'failed', 'moved_up', 'transferred']), ('ended_at__isnull', False)), _connector='OR'), name='round_ended_whole'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.CheckConstraint(condition=models.Q(('ended_at', None), ('ended_at__gte', models.F('opened_at')), _connector='OR'), name='round_moments_in_order'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('agreement_form__in', ['written', 'oral']), ('effective_at__isnull', False), ('end', 'agreed'), ('failed_reason', '')), models.Q(models.Q(('end', 'agreed'), _negated=True), ('agreement', ''), ('agreement_form', ''), ('amount', None), ('effective_at', None)), _connector='OR'), name='round_agreement_whole'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('end', 'failed'), ('failed_reason__in', ['refused', 'no_agreement', 'over_time', 'sued', 'other'])), models.Q(models.Q(('end', 'failed'), _negated=True), models.Q(('failed_reason', ''), models.Q(('end', 'moved_up'), ('failed_reason__in', ['refused', 'no_agreement', 'over_time', 'sued', 'other'])), _connector='OR')), _connector='OR'), name='round_failed_with_reason'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.CheckConstraint(condition=models.Q(('amount', None), ('amount__gte', 0), _connector='OR'), name='round_amount'),
        ),
    ]
