"""The tables of version 0.1: folded from 2 migrations (docs/decisions/0035-one-migration-per-app.md)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('attachments', '0001_initial'),
        ('attachments', '0002_from_the_public'),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('matter_type', models.CharField(blank=True, max_length=64, verbose_name='kind of matter')),
                ('matter_id', models.BigIntegerField(blank=True, null=True, verbose_name='number of the matter')),
                ('draft', models.UUIDField(blank=True, null=True, verbose_name='draft')),
                ('role', models.CharField(choices=[('report', 'as reported'), ('before', 'before'), ('after', 'after'), ('reply', 'with the reply'), ('paper', 'paper')], max_length=8, verbose_name='shows')),
                ('name', models.CharField(max_length=120, verbose_name='file name')),
                ('content_type', models.CharField(max_length=40, verbose_name='content type')),
                ('size', models.PositiveIntegerField(verbose_name='size in bytes')),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('width', models.PositiveIntegerField(blank=True, null=True, verbose_name='width in pixels')),
                ('height', models.PositiveIntegerField(blank=True, null=True, verbose_name='height in pixels')),
                ('file', models.FileField(max_length=120, upload_to='', verbose_name='file')),
                ('thumbnail', models.FileField(blank=True, max_length=120, upload_to='', verbose_name='thumbnail')),
                ('uploaded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='uploaded by')),
                ('uploaded_at', models.DateTimeField(verbose_name='uploaded at')),
            ],
            options={
                'verbose_name': 'attachment',
                'verbose_name_plural': 'attachments',
                'indexes': [
                    models.Index(condition=models.Q(('matter_id__isnull', False)), fields=['matter_type', 'matter_id', 'id'], name='attachment_matter'),
                    models.Index(condition=models.Q(('draft__isnull', False)), fields=['uploaded_at'], name='attachment_staged'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('draft__isnull', False), ('matter_id', None), ('matter_type', '')), models.Q(('draft', None), ('matter_id__isnull', False), models.Q(('matter_type', ''), _negated=True)), _connector='OR'), name='attachment_staged_or_claimed'),
                    models.UniqueConstraint(condition=models.Q(('draft__isnull', False)), fields=('draft', 'uploaded_by', 'role', 'sha256'), name='attachment_staged_once'),
                    models.CheckConstraint(condition=models.Q(('role__in', ['report', 'before', 'after', 'reply', 'paper'])), name='attachment_role_known'),
                    models.CheckConstraint(condition=models.Q(models.Q(('height', None), ('thumbnail', ''), ('width', None)), models.Q(models.Q(('thumbnail', ''), _negated=True), ('height__gt', 0), ('width__gt', 0)), _connector='OR'), name='attachment_picture_has_size'),
                ],
            },
        ),
    ]
