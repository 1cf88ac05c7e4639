from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0011_written_at'),
    ]

    operations = [
        migrations.AlterField(
            model_name='move',
            name='act',
            field=models.CharField(choices=[('report', 'Report'), ('locate', 'Locate'), ('correct', 'Correct'), ('self-handle', 'Settle on the spot'), ('accept', 'Accept'), ('reject', 'Do not accept'), ('merge', 'Merge'), ('unmerge', 'Take apart again'), ('cancel', 'Withdraw'), ('assign', 'Dispatch'), ('decide', 'Decide jointly'), ('escalate', 'Send up'), ('hand-down', 'Hand down'), ('mediate', 'Hand over to mediation'), ('sign', 'Sign for'), ('return', 'Return'), ('recall', 'Take back'), ('resolve', 'Reply that it is handled'), ('suspend', 'Suspend'), ('resume', 'Go on with it'), ('verify', 'Pass the check'), ('rework', 'Send back for rework'), ('close', 'Close'), ('judge', 'Evaluate'), ('reopen', 'Reopen'), ('extend', 'Limit extended'), ('clear', 'Closed without a sample check'), ('warn', 'Warned that the limit is near'), ('expire', 'Limit passed'), ('raise', 'Raised by the clock'), ('settle', 'Dispute settled'), ('unsettle', 'Dispute not settled'), ('lapse', 'Evaluation window over'), ('hand-over', 'Handed over'), ('remind', 'Reminded by the hotline'), ('ask-extension', 'Ask for an extension'), ('ask-suspension', 'Ask for a suspension'), ('supervise', 'Supervise'), ('whistle', 'Blow the whistle'), ('give-task', 'Give a task'), ('grant', 'Grant'), ('refuse', 'Refuse'), ('pass-on', 'Pass on'), ('take', 'Take on'), ('decline', 'Decline'), ('progress', 'Report progress'), ('arrive', 'Report arrival'), ('answer', 'Give the result'), ('send-back', 'Ask again'), ('conclude', 'Conclude'), ('rate', 'Rate'), ('take-back', 'Withdraw the request'), ('fall', 'No longer needed'), ('order', 'Supervised by the clock'), ('demand-warn', 'Reply due soon'), ('demand-expire', 'Reply overdue'), ('demand-raise', 'Reply overdue, told higher up')], max_length=16, verbose_name='act'),
        ),
    ]
