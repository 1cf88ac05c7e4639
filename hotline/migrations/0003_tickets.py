import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from shuangliu.search.operations import AddSearch


class Migration(migrations.Migration):

    dependencies = [
        ('grids', '0004_hotline_lead'),
        ('hotline', '0002_calls'),
        ('incidents', '0012_reminders'),
        ('mediation', '0017_limit_kinds'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='QualityCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='of the day')),
                ('result', models.CharField(blank=True, choices=[('ok', 'Well done'), ('improve', 'To be improved')], max_length=7, verbose_name='result')),
                ('points', models.JSONField(blank=True, default=list, verbose_name='to be improved')),
                ('words', models.CharField(blank=True, max_length=500, verbose_name='what was noticed')),
                ('at', models.DateTimeField(null=True, verbose_name='at')),
            ],
            options={
                'verbose_name': 'quality check',
                'verbose_name_plural': 'quality checks',
            },
        ),
        migrations.RemoveConstraint(
            model_name='ticketlimit',
            name='ticket_limit_stage_known',
        ),
        migrations.AddField(
            model_name='ticket',
            name='call_after',
            field=models.DateTimeField(null=True, verbose_name='not to be called before'),
        ),
        migrations.AddField(
            model_name='ticket',
            name='first_due_at',
            field=models.DateTimeField(null=True, verbose_name='first reply due at'),
        ),
        migrations.AddField(
            model_name='ticket',
            name='judged_at',
            field=models.DateTimeField(null=True, verbose_name='judged at'),
        ),
        migrations.AlterField(
            model_name='ticket',
            name='satisfaction',
            field=models.CharField(blank=True, choices=[('satisfied', 'Satisfied'), ('basically', 'Basically satisfied'), ('unsatisfied', 'Not satisfied')], max_length=12, verbose_name='satisfaction'),
        ),
        migrations.AlterField(
            model_name='ticketlimit',
            name='stage',
            field=models.CharField(choices=[('triage', 'answer or dispatch'), ('handle', 'reply to the caller'), ('review', 'review of the reply'), ('call_back', 'call-back'), ('keep', 'filing'), ('reminder', 'reminder notice'), ('criticism', 'circular')], max_length=10, verbose_name='stage'),
        ),
        migrations.AlterField(
            model_name='ticketmove',
            name='act',
            field=models.CharField(choices=[('receive', 'Take down'), ('answer', 'Answer directly'), ('dispatch', 'Send to the office'), ('mediate', 'Send to mediation'), ('invalidate', 'Mark as invalid'), ('join', 'Same as an earlier ticket'), ('restore', 'Take up again'), ('correct', 'Put the ticket right'), ('remind', 'Remind the office'), ('tell', 'Told the caller'), ('review', 'Pass the reply'), ('send-back', 'Have it done again'), ('call-back', 'Enter the call-back'), ('judge', 'Judged by the caller'), ('reopen', 'Not settled, says the caller'), ('return', 'Not taken on by the office'), ('reply', 'Replied by the office'), ('extend', 'The office has more time'), ('rest', 'Suspended by the office'), ('wake', 'The office goes on with it'), ('warn', 'Warned that the time is near'), ('expire', 'Time limit passed'), ('raise', 'Raised to the supervisor'), ('file', 'Filed by the clock'), ('urge', 'Reminder notice to the office'), ('criticise', 'Named in the circular')], max_length=12, verbose_name='act'),
        ),
        migrations.AddIndex(
            model_name='ticket',
            index=models.Index(condition=models.Q(('due_at__isnull', False), ('to_be_told', True)), fields=['county_key', 'due_at', 'id'], name='ticket_to_be_told'),
        ),
        migrations.AddIndex(
            model_name='ticket',
            index=models.Index(condition=models.Q(('closed_at__isnull', False)), fields=['closed_at'], name='ticket_closed'),
        ),
        migrations.AddConstraint(
            model_name='ticketlimit',
            constraint=models.CheckConstraint(condition=models.Q(('stage__in', ['triage', 'handle', 'review', 'call_back', 'keep', 'reminder', 'criticism'])), name='ticket_limit_stage_known'),
        ),
        migrations.AddField(
            model_name='qualitycheck',
            name='agent',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='work of'),
        ),
        migrations.AddField(
            model_name='qualitycheck',
            name='by',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by'),
        ),
        migrations.AddField(
            model_name='qualitycheck',
            name='ticket',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='quality_check', to='hotline.ticket', verbose_name='ticket'),
        ),
        migrations.AddIndex(
            model_name='qualitycheck',
            index=models.Index(condition=models.Q(('result', '')), fields=['day', 'id'], name='quality_check_waiting'),
        ),
        migrations.AddIndex(
            model_name='qualitycheck',
            index=models.Index(fields=['agent', '-id'], name='quality_check_of_agent'),
        ),
        migrations.AddConstraint(
            model_name='qualitycheck',
            constraint=models.CheckConstraint(condition=models.Q(('result__in', ['', 'ok', 'improve'])), name='quality_check_result_known'),
        ),
        migrations.AddConstraint(
            model_name='qualitycheck',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('at', None), ('by', None), ('result', '')), models.Q(models.Q(('result', ''), _negated=True), ('at__isnull', False), ('by__isnull', False)), _connector='OR'), name='quality_check_noted_by'),
        ),
        AddSearch("ticket", ["content", "place", "answer"]),
    ]
