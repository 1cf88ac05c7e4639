"""The time after mediation: what is to be performed, follow-ups, the court, and what is due by when."""

import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('mediation', '0013_screening'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AgreementText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, verbose_name='name')),
                ('responsibility', models.TextField(blank=True, verbose_name='responsibility of each side')),
                ('agreement', models.TextField(verbose_name='content of the agreement')),
                ('manner', models.CharField(blank=True, max_length=200, verbose_name='manner of performance')),
                ('term', models.CharField(blank=True, max_length=200, verbose_name='time of performance')),
                ('is_active', models.BooleanField(default=True, verbose_name='in use')),
            ],
            options={
                'verbose_name': 'words of agreements',
                'verbose_name_plural': 'words of agreements',
                'ordering': ['category__code', 'name'],
            },
        ),
        migrations.CreateModel(
            name='Confirmation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('area_key', models.BigIntegerField(editable=False)),
                ('county_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000000))), output_field=models.BigIntegerField())),
                ('town_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000))), output_field=models.BigIntegerField())),
                ('community_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000))), output_field=models.BigIntegerField())),
                ('grid_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000))), output_field=models.BigIntegerField())),
                ('court', models.CharField(max_length=100, verbose_name='court')),
                ('applied_on', models.DateField(verbose_name='applied on')),
                ('case_number', models.CharField(blank=True, max_length=60, verbose_name='case number of the court')),
                ('result', models.CharField(blank=True, choices=[('confirmed', 'Confirmed'), ('rejected', 'Not confirmed'), ('withdrawn', 'Application withdrawn')], max_length=10, verbose_name='decision')),
                ('decided_on', models.DateField(null=True, verbose_name='decided on')),
                ('document_number', models.CharField(blank=True, max_length=60, verbose_name='number of the document')),
                ('advice', models.TextField(blank=True, verbose_name='advice given')),
                ('recorded_at', models.DateTimeField(verbose_name='recorded at')),
            ],
            options={
                'verbose_name': 'judicial confirmation',
                'verbose_name_plural': 'judicial confirmations',
                'ordering': ['applied_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Duty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('area_key', models.BigIntegerField(editable=False)),
                ('county_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000000))), output_field=models.BigIntegerField())),
                ('town_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000))), output_field=models.BigIntegerField())),
                ('community_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000))), output_field=models.BigIntegerField())),
                ('grid_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000))), output_field=models.BigIntegerField())),
                ('kind', models.CharField(choices=[('sign', 'Signatures and seal'), ('perform', 'Performance of the agreement'), ('confirm', 'Application for judicial confirmation'), ('follow_up', 'Follow-up'), ('archive', 'Filing of the dossier')], max_length=16, verbose_name='what is due')),
                ('due_at', models.DateTimeField(verbose_name='due at')),
                ('alert', models.CharField(choices=[('none', 'in time'), ('warned', 'due soon'), ('overdue', 'overdue'), ('raised', 'raised to the next tier')], default='none', max_length=8, verbose_name='alert')),
                ('done_at', models.DateTimeField(null=True, verbose_name='done at')),
                ('is_void', models.BooleanField(default=False, verbose_name='need not be done any more')),
            ],
            options={
                'verbose_name': 'duty after mediation',
                'verbose_name_plural': 'duties after mediation',
                'ordering': ['due_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='FollowUp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('area_key', models.BigIntegerField(editable=False)),
                ('county_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000000))), output_field=models.BigIntegerField())),
                ('town_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000))), output_field=models.BigIntegerField())),
                ('community_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000))), output_field=models.BigIntegerField())),
                ('grid_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000))), output_field=models.BigIntegerField())),
                ('uuid', models.UUIDField(editable=False, unique=True)),
                ('way', models.CharField(choices=[('phone', 'By phone'), ('visit', 'Visit at home'), ('window', 'At the window')], max_length=8, verbose_name='way')),
                ('made_at', models.DateTimeField(verbose_name='followed up at')),
                ('answer', models.CharField(choices=[('satisfied', 'Satisfied'), ('basically', 'Basically satisfied'), ('unsatisfied', 'Not satisfied'), ('refused', 'Would not say'), ('unreachable', 'Not reached'), ('unasked', 'Spoken with, not asked')], max_length=12, verbose_name='answer')),
                ('kept', models.CharField(blank=True, choices=[('kept', 'Kept'), ('partly', 'Partly kept'), ('broken', 'Not kept'), ('not_due', 'Not due yet'), ('unknown', 'Could not be seen')], max_length=8, verbose_name='how the agreement is kept')),
                ('has_sued', models.BooleanField(default=False, verbose_name='a party has gone to court')),
                ('is_wrong', models.BooleanField(default=False, verbose_name='signs of wrong mediation')),
                ('may_escalate', models.BooleanField(default=False, verbose_name='may escalate')),
                ('note', models.TextField(blank=True, verbose_name='what was said')),
                ('own_reason', models.CharField(blank=True, max_length=200, verbose_name='why the mediator did it')),
                ('recorded_at', models.DateTimeField(verbose_name='recorded at')),
            ],
            options={
                'verbose_name': 'follow-up',
                'verbose_name_plural': 'follow-ups',
                'ordering': ['made_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Performance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('area_key', models.BigIntegerField(editable=False)),
                ('county_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000000))), output_field=models.BigIntegerField())),
                ('town_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000))), output_field=models.BigIntegerField())),
                ('community_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000))), output_field=models.BigIntegerField())),
                ('grid_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000))), output_field=models.BigIntegerField())),
                ('batch', models.UUIDField(editable=False)),
                ('number', models.PositiveSmallIntegerField(default=1, verbose_name='instalment')),
                ('what', models.CharField(max_length=200, verbose_name='what is owed')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=14, null=True, verbose_name='amount (yuan)')),
                ('due_on', models.DateField(null=True, verbose_name='agreed day')),
                ('due_at', models.DateTimeField(null=True, verbose_name='due at')),
                ('state', models.CharField(choices=[('owed', 'To be performed'), ('performed', 'Performed'), ('breached', 'Not kept'), ('waived', 'Waived'), ('superseded', 'Replaced by another round')], default='owed', max_length=10, verbose_name='state')),
                ('done_on', models.DateField(null=True, verbose_name='performed on')),
                ('broken_on', models.DateField(null=True, verbose_name='not kept since')),
            ],
            options={
                'verbose_name': 'performance item',
                'verbose_name_plural': 'performance items',
            },
        ),
        migrations.CreateModel(
            name='PerformanceStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(editable=False, null=True, unique=True)),
                ('what', models.CharField(choices=[('owed', 'Agreed'), ('performed', 'Performed'), ('breached', 'Not kept'), ('waived', 'Waived'), ('urged', 'Urged'), ('counselled', 'Told of the ways to court'), ('undone', 'Put right'), ('superseded', 'Replaced by another round')], max_length=10, verbose_name='what happened')),
                ('on', models.DateField(verbose_name='day')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='note')),
                ('at', models.DateTimeField(verbose_name='recorded at')),
            ],
            options={
                'verbose_name': 'step of a performance',
                'verbose_name_plural': 'steps of performances',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Suit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(editable=False, unique=True)),
                ('kind', models.CharField(choices=[('judgment', 'Judgment'), ('settlement', 'Settlement before the court'), ('withdrawal', 'Action withdrawn'), ('filed', 'Action brought')], max_length=10, verbose_name='kind')),
                ('on', models.DateField(verbose_name='day')),
                ('court', models.CharField(max_length=100, verbose_name='court')),
                ('number', models.CharField(blank=True, max_length=60, verbose_name='case number of the court')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='note')),
                ('recorded_at', models.DateTimeField(verbose_name='recorded at')),
            ],
            options={
                'verbose_name': 'later proceedings in court',
                'verbose_name_plural': 'later proceedings in court',
                'ordering': ['on', 'id'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='round',
            name='round_agreement_whole',
        ),
        migrations.RemoveConstraint(
            model_name='timelimit',
            name='mediation_limit_kind_known',
        ),
        migrations.AddField(
            model_name='disputecategory',
            name='is_confirmable',
            field=models.BooleanField(default=True, verbose_name='courts confirm agreements of this kind'),
        ),
        migrations.AddField(
            model_name='round',
            name='copies',
            field=models.PositiveSmallIntegerField(null=True, verbose_name='copies'),
        ),
        migrations.AddField(
            model_name='round',
            name='facts',
            field=models.TextField(blank=True, verbose_name='facts and issues'),
        ),
        migrations.AddField(
            model_name='round',
            name='manner',
            field=models.CharField(blank=True, max_length=200, verbose_name='manner of performance'),
        ),
        migrations.AddField(
            model_name='round',
            name='responsibility',
            field=models.TextField(blank=True, verbose_name='responsibility of each side'),
        ),
        migrations.AddField(
            model_name='round',
            name='term',
            field=models.CharField(blank=True, max_length=200, verbose_name='time of performance'),
        ),
        migrations.AlterField(
            model_name='timelimit',
            name='kind',
            field=models.CharField(choices=[('triage', 'Decision on acceptance'), ('mediate', 'Mediation'), ('transfer', 'Answer to an offer'), ('panel', 'Opinion of the expert panel'), ('progress', 'Weekly note of a major case'), ('sign', 'Signatures and seal'), ('perform', 'Performance of the agreement'), ('confirm', 'Application for judicial confirmation'), ('follow_up', 'Follow-up'), ('archive', 'Filing of the dossier')], max_length=16, verbose_name='stage'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('agreement_form', 'oral'), ('effective_at__isnull', False), ('end', 'agreed'), ('failed_reason', '')), models.Q(('agreement_form', 'written'), ('end', 'agreed'), ('failed_reason', '')), models.Q(models.Q(('end', 'agreed'), _negated=True), ('agreement', ''), ('agreement_form', ''), ('amount', None), ('effective_at', None)), _connector='OR'), name='round_agreement_whole'),
        ),
        migrations.AddConstraint(
            model_name='timelimit',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['triage', 'mediate', 'transfer', 'panel', 'progress', 'sign', 'perform', 'confirm', 'follow_up', 'archive'])), name='mediation_limit_kind_known'),
        ),
        migrations.AddField(
            model_name='agreementtext',
            name='category',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, to='mediation.disputecategory', verbose_name='dispute category'),
        ),
        migrations.AddField(
            model_name='confirmation',
            name='by',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by'),
        ),
        migrations.AddField(
            model_name='confirmation',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='confirmations', to='mediation.case', verbose_name='mediation case'),
        ),
        migrations.AddField(
            model_name='confirmation',
            name='round',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='confirmations', to='mediation.round', verbose_name='round of mediation'),
        ),
        migrations.AddField(
            model_name='duty',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duties', to='mediation.case', verbose_name='mediation case'),
        ),
        migrations.AddField(
            model_name='duty',
            name='mediator',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='mediation.mediator', verbose_name='mediator'),
        ),
        migrations.AddField(
            model_name='duty',
            name='round',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duties', to='mediation.round', verbose_name='round of mediation'),
        ),
        migrations.AddField(
            model_name='followup',
            name='by',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='followed up by'),
        ),
        migrations.AddField(
            model_name='followup',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follow_ups', to='mediation.case', verbose_name='mediation case'),
        ),
        migrations.AddField(
            model_name='followup',
            name='party',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='+', to='mediation.party', verbose_name='party'),
        ),
        migrations.AddField(
            model_name='followup',
            name='round',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follow_ups', to='mediation.round', verbose_name='round of mediation'),
        ),
        migrations.AddField(
            model_name='performance',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='performances', to='mediation.case', verbose_name='mediation case'),
        ),
        migrations.AddField(
            model_name='performance',
            name='party',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='+', to='mediation.party', verbose_name='who owes it'),
        ),
        migrations.AddField(
            model_name='performance',
            name='round',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='performances', to='mediation.round', verbose_name='round of mediation'),
        ),
        migrations.AddField(
            model_name='duty',
            name='performance',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='duties', to='mediation.performance', verbose_name='performance item'),
        ),
        migrations.AddField(
            model_name='performancestep',
            name='by',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by'),
        ),
        migrations.AddField(
            model_name='performancestep',
            name='performance',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='mediation.performance', verbose_name='performance item'),
        ),
        migrations.AddField(
            model_name='suit',
            name='by',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by'),
        ),
        migrations.AddField(
            model_name='suit',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suits', to='mediation.case', verbose_name='mediation case'),
        ),
        migrations.AddConstraint(
            model_name='agreementtext',
            constraint=models.UniqueConstraint(fields=('category', 'name'), name='agreement_text_once'),
        ),
        migrations.AddIndex(
            model_name='confirmation',
            index=models.Index(fields=['county_key', 'applied_on'], name='confirmation_county_applied'),
        ),
        migrations.AddConstraint(
            model_name='confirmation',
            constraint=models.UniqueConstraint(condition=models.Q(('result', 'withdrawn'), _negated=True), fields=('round',), name='confirmation_one_stands'),
        ),
        migrations.AddConstraint(
            model_name='confirmation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_on', None), ('result', '')), models.Q(('decided_on__isnull', False), ('result__in', ['confirmed', 'rejected', 'withdrawn'])), _connector='OR'), name='confirmation_decided_whole'),
        ),
        migrations.AddConstraint(
            model_name='confirmation',
            constraint=models.CheckConstraint(condition=models.Q(('decided_on', None), ('decided_on__gte', models.F('applied_on')), _connector='OR'), name='confirmation_days_in_order'),
        ),
        migrations.AddIndex(
            model_name='followup',
            index=models.Index(fields=['county_key', 'made_at'], name='follow_up_county_made'),
        ),
        migrations.AddIndex(
            model_name='followup',
            index=models.Index(fields=['town_key', 'made_at'], name='follow_up_town_made'),
        ),
        migrations.AddConstraint(
            model_name='followup',
            constraint=models.CheckConstraint(condition=models.Q(('way__in', ['phone', 'visit', 'window'])), name='follow_up_way_known'),
        ),
        migrations.AddConstraint(
            model_name='followup',
            constraint=models.CheckConstraint(condition=models.Q(('answer__in', ['satisfied', 'basically', 'unsatisfied', 'refused', 'unreachable', 'unasked'])), name='follow_up_answer_known'),
        ),
        migrations.AddConstraint(
            model_name='followup',
            constraint=models.CheckConstraint(condition=models.Q(('kept', ''), ('kept__in', ['kept', 'partly', 'broken', 'not_due', 'unknown']), _connector='OR'), name='follow_up_kept_known'),
        ),
        migrations.AddConstraint(
            model_name='followup',
            constraint=models.CheckConstraint(condition=models.Q(('own_reason', ''), ('answer__in', ['unasked', 'unreachable']), _connector='OR'), name='follow_up_own_unasked'),
        ),
        migrations.AddConstraint(
            model_name='followup',
            constraint=models.CheckConstraint(condition=models.Q(('made_at__lte', models.F('recorded_at'))), name='follow_up_made_before_recorded'),
        ),
        migrations.AddIndex(
            model_name='performance',
            index=models.Index(fields=['county_key', 'due_at'], name='performance_county_due'),
        ),
        migrations.AddIndex(
            model_name='performance',
            index=models.Index(fields=['town_key', 'due_at'], name='performance_town_due'),
        ),
        migrations.AddConstraint(
            model_name='performance',
            constraint=models.UniqueConstraint(fields=('batch', 'number'), name='performance_sent_once'),
        ),
        migrations.AddConstraint(
            model_name='performance',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['owed', 'performed', 'breached', 'waived', 'superseded'])), name='performance_state_known'),
        ),
        migrations.AddConstraint(
            model_name='performance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('done_on__isnull', False), ('state', 'performed')), models.Q(models.Q(('state', 'performed'), _negated=True), ('done_on', None)), _connector='OR'), name='performance_done_with_day'),
        ),
        migrations.AddConstraint(
            model_name='performance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'breached'), _negated=True), ('broken_on__isnull', False), _connector='OR'), name='performance_broken_with_day'),
        ),
        migrations.AddConstraint(
            model_name='performance',
            constraint=models.CheckConstraint(condition=models.Q(('amount', None), ('amount__gt', 0), _connector='OR'), name='performance_amount'),
        ),
        migrations.AddIndex(
            model_name='duty',
            index=models.Index(condition=models.Q(('done_at', None)), fields=['county_key', 'due_at', 'id'], name='duty_open_county'),
        ),
        migrations.AddIndex(
            model_name='duty',
            index=models.Index(condition=models.Q(('done_at', None)), fields=['town_key', 'due_at', 'id'], name='duty_open_town'),
        ),
        migrations.AddIndex(
            model_name='duty',
            index=models.Index(condition=models.Q(('done_at', None)), fields=['community_key', 'due_at', 'id'], name='duty_open_community'),
        ),
        migrations.AddIndex(
            model_name='duty',
            index=models.Index(condition=models.Q(('done_at', None)), fields=['mediator', 'due_at', 'id'], name='duty_open_mediator'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ('sign', 'perform', 'confirm', 'follow_up', 'archive'))), name='duty_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.CheckConstraint(condition=models.Q(('alert__in', ['none', 'warned', 'overdue', 'raised'])), name='duty_alert_known'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'perform'), ('performance__isnull', False)), models.Q(models.Q(('kind', 'perform'), _negated=True), ('performance', None)), _connector='OR'), name='duty_of_an_item'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.CheckConstraint(condition=models.Q(('is_void', False), ('done_at__isnull', False), _connector='OR'), name='duty_void_is_over'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.UniqueConstraint(condition=models.Q(('done_at', None), ('performance', None)), fields=('round', 'kind'), name='duty_one_open_of_a_kind'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.UniqueConstraint(condition=models.Q(('done_at', None)), fields=('performance',), name='duty_one_open_of_an_item'),
        ),
        migrations.AddConstraint(
            model_name='performancestep',
            constraint=models.CheckConstraint(condition=models.Q(('what__in', ['owed', 'performed', 'breached', 'waived', 'urged', 'counselled', 'undone', 'superseded'])), name='performance_step_known'),
        ),
        migrations.AddConstraint(
            model_name='suit',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['judgment', 'settlement', 'withdrawal', 'filed'])), name='suit_kind_known'),
        ),
    ]
