"""At the case stands what counts; what was agreed stands in its rounds."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('mediation', '0003_rounds_told')]

    operations = [
        migrations.RemoveConstraint(
            model_name='case',
            name='case_state_known',
        ),
        migrations.RemoveConstraint(
            model_name='case',
            name='case_due_while_open',
        ),
        migrations.RemoveConstraint(
            model_name='case',
            name='case_accepted_first',
        ),
        migrations.RemoveConstraint(
            model_name='case',
            name='case_has_mediator',
        ),
        migrations.RemoveConstraint(
            model_name='case',
            name='case_outcome_whole',
        ),
        migrations.RemoveConstraint(
            model_name='case',
            name='case_state_fits_outcome',
        ),
        migrations.RemoveConstraint(
            model_name='case',
            name='case_moments_in_order',
        ),
        migrations.RemoveConstraint(
            model_name='case',
            name='case_amounts',
        ),
        migrations.RemoveConstraint(
            model_name='timelimit',
            name='mediation_limit_kind_known',
        ),
        migrations.RemoveField(
            model_name='case',
            name='agreement',
        ),
        migrations.RemoveField(
            model_name='case',
            name='agreement_form',
        ),
        migrations.RemoveField(
            model_name='case',
            name='amount',
        ),
        migrations.RemoveField(
            model_name='case',
            name='failed_reason',
        ),
        migrations.AddField(
            model_name='case',
            name='joined_to',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='joined', to='mediation.case', verbose_name='goes on in'),
        ),
        migrations.AlterField(
            model_name='case',
            name='outcome',
            field=models.CharField(blank=True, choices=[('settled', 'Settled'), ('failed', 'Not settled'), ('moved', 'Gone to another body')], max_length=8, verbose_name='outcome'),
        ),
        migrations.AlterField(
            model_name='case',
            name='state',
            field=models.CharField(choices=[('registered', 'Case registered'), ('not_accepted', 'Not taken on'), ('joined', 'Goes on in another case'), ('transferred', 'Offered to another body'), ('accepted', 'Taken on'), ('assigned', 'Mediator appointed'), ('mediating', 'In mediation'), ('panel', 'With the expert panel'), ('agreed', 'Agreement reached'), ('failed', 'Mediation failed'), ('moved', 'Gone to another body'), ('archived', 'Filed')], default='registered', max_length=16, verbose_name='state'),
        ),
        migrations.AlterField(
            model_name='timelimit',
            name='kind',
            field=models.CharField(choices=[('triage', 'Decision on acceptance'), ('mediate', 'Mediation'), ('transfer', 'Answer to an offer'), ('panel', 'Opinion of the expert panel'), ('progress', 'Weekly note of a major case'), ('perform', 'Performance of the agreement'), ('confirm', 'Application for judicial confirmation'), ('follow_up', 'Follow-up'), ('archive', 'Filing of the dossier')], max_length=16, verbose_name='stage'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['registered', 'not_accepted', 'joined', 'transferred', 'accepted', 'assigned', 'mediating', 'panel', 'agreed', 'failed', 'moved', 'archived'])), name='case_state_known'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('due_at__isnull', False), ('state__in', ('registered', 'transferred', 'accepted', 'assigned', 'mediating', 'panel'))), models.Q(models.Q(('state__in', ('registered', 'transferred', 'accepted', 'assigned', 'mediating', 'panel')), _negated=True), ('due_at', None)), _connector='OR'), name='case_due_while_open'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('accepted_at', None), ('state__in', ('registered', 'not_accepted', 'joined'))), ('state__in', ['transferred', 'moved']), models.Q(models.Q(('state__in', ['registered', 'not_accepted', 'joined', 'transferred', 'moved']), _negated=True), ('accepted_at__isnull', False)), _connector='OR'), name='case_accepted_first'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('mediator__isnull', False), ('org__isnull', False), ('state__in', ('assigned', 'mediating', 'panel', 'agreed', 'failed'))), models.Q(('state__in', ('assigned', 'mediating', 'panel', 'agreed', 'failed')), _negated=True), _connector='OR'), name='case_has_mediator'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('concluded_at', None), ('outcome', '')), models.Q(('concluded_at__isnull', False), ('outcome__in', ['settled', 'failed', 'moved'])), _connector='OR'), name='case_outcome_whole'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'settled'), ('state', 'agreed')), models.Q(('outcome__in', ['settled', 'failed']), ('state__in', ['failed', 'archived'])), models.Q(('outcome__in', ['settled', 'failed', 'moved']), ('state', 'moved')), models.Q(('outcome', ''), ('state__in', ['registered', 'not_accepted', 'joined'])), models.Q(models.Q(('state__in', ['agreed', 'failed', 'archived', 'moved', 'registered', 'not_accepted', 'joined']), _negated=True), ('outcome__in', ['', 'settled'])), _connector='OR'), name='case_state_fits_outcome'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('joined_to__isnull', False), ('state', 'joined'), models.Q(('joined_to', models.F('id')), _negated=True)), models.Q(models.Q(('state', 'joined'), _negated=True), ('joined_to', None)), _connector='OR'), name='case_joined_to_another'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('accepted_at', None), ('accepted_at__gte', models.F('registered_at')), _connector='OR'), models.Q(('concluded_at', None), ('concluded_at__gte', models.F('registered_at')), _connector='OR'), models.Q(('concluded_at', None), ('accepted_at', None), ('concluded_at__gte', models.F('accepted_at')), _connector='OR')), name='case_moments_in_order'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(('people__gte', 1)), name='case_people'),
        ),
        migrations.AddConstraint(
            model_name='timelimit',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['triage', 'mediate', 'transfer', 'panel', 'progress', 'perform', 'confirm', 'follow_up', 'archive'])), name='mediation_limit_kind_known'),
        ),
        migrations.AlterField(
            model_name='session',
            name='round',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='mediation.round', verbose_name='round'),
        ),
    ]
