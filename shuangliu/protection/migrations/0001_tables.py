"""The tables of version 0.1: folded from 2 migrations (docs/decisions/0035-one-migration-per-app.md)."""

import django.db.models.deletion
import shuangliu.privacy.fields
import uuid
from django.conf import settings
from django.db import migrations, models

from shuangliu.tables import CreateTables


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('protection', '0001_initial'),
        ('protection', '0002_landlord'),
    ]

    dependencies = [
        ('audit', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='ConsentText',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('purpose', models.CharField(max_length=40, verbose_name='purpose')),
                    ('version', models.CharField(max_length=20, verbose_name='version')),
                    ('words', models.JSONField(help_text='By language: {"zh-hans": "…", "en": "…"}', verbose_name='words')),
                    ('valid_from', models.DateField(verbose_name='valid from')),
                ],
                options={
                    'verbose_name': 'consent text',
                    'verbose_name_plural': 'consent texts',
                    'ordering': ['purpose', '-valid_from'],
                    'constraints': [
                        models.UniqueConstraint(fields=('purpose', 'version'), name='consent_text_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Consent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('subject_type', models.CharField(max_length=64, verbose_name='kind of record')),
                    ('subject_id', models.BigIntegerField(verbose_name='number of the record')),
                    ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='protection.consenttext', verbose_name='text')),
                    ('form', models.CharField(choices=[('written', 'In writing'), ('online', 'Online'), ('oral', 'Spoken')], max_length=7, verbose_name='form')),
                    ('witness', shuangliu.privacy.fields.EncryptedTextField(blank=True, default='', verbose_name='witness')),
                    ('by_guardian', models.BooleanField(default=False, verbose_name='by the guardian')),
                    ('at', models.DateTimeField(verbose_name='at')),
                    ('taken_by', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='taken down by')),
                    ('withdrawn_at', models.DateTimeField(null=True, verbose_name='withdrawn at')),
                    ('withdrawn_how', models.CharField(blank=True, choices=[('written', 'In writing'), ('online', 'Online'), ('oral', 'Spoken')], max_length=7, verbose_name='withdrawn how')),
                ],
                options={
                    'verbose_name': 'consent',
                    'verbose_name_plural': 'consents',
                    'indexes': [
                        models.Index(fields=['subject_type', 'subject_id'], name='consent_of_subject'),
                    ],
                    'constraints': [
                        models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('subject_type', 'subject_id', 'text'), name='consent_runs_once'),
                        models.CheckConstraint(condition=models.Q(('form__in', ['written', 'online', 'oral'])), name='consent_by_known_form'),
                        models.CheckConstraint(condition=models.Q(models.Q(('form', 'oral'), _negated=True), models.Q(('witness', ''), _negated=True), _connector='OR'), name='consent_spoken_has_witness'),
                        models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at', None), ('withdrawn_how', '')), models.Q(('withdrawn_at__gte', models.F('at')), ('withdrawn_how__in', ['written', 'online', 'oral'])), _connector='OR'), name='consent_withdrawn_whole'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='ExportRequest',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked by')),
                    ('what', models.CharField(max_length=64, verbose_name='what')),
                    ('filters', models.JSONField(default=dict, verbose_name='chosen by')),
                    ('fields', models.JSONField(verbose_name='columns in clear')),
                    ('purpose', models.CharField(choices=[('reach', 'Call, write to or visit the person'), ('identify', 'Make sure that it is this person'), ('write', 'Write or check a paper'), ('hand_on', 'Hand it to the body that goes on with it'), ('correct', 'Put the data right'), ('subject', 'Answer the person about their own data'), ('other', 'Something else, in words')], max_length=8, verbose_name='purpose')),
                    ('words', models.CharField(max_length=120, verbose_name='purpose in words')),
                    ('recipient', models.CharField(max_length=60, verbose_name='who gets the file')),
                    ('count', models.PositiveIntegerField(verbose_name='rows')),
                    ('area_key', models.BigIntegerField(editable=False)),
                    ('at', models.DateTimeField(verbose_name='at')),
                    ('state', models.CharField(choices=[('asked', 'Waits for approval'), ('approved', 'Approved'), ('refused', 'Refused'), ('fetched', 'Fetched'), ('expired', 'Expired')], default='asked', max_length=8, verbose_name='state')),
                    ('decided_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by')),
                    ('decided_at', models.DateTimeField(null=True, verbose_name='decided at')),
                    ('reason', models.CharField(blank=True, max_length=200, verbose_name='reason')),
                    ('claimed_at', models.DateTimeField(editable=False, null=True)),
                    ('made_at', models.DateTimeField(null=True, verbose_name='made at')),
                    ('file', models.CharField(blank=True, default='', editable=False, max_length=100)),
                    ('fetched_at', models.DateTimeField(null=True, verbose_name='first fetched at')),
                    ('fetched_count', models.PositiveIntegerField(default=0, verbose_name='times fetched')),
                ],
                options={
                    'verbose_name': 'export in clear',
                    'verbose_name_plural': 'exports in clear',
                    'indexes': [
                        models.Index(condition=models.Q(('state', 'asked')), fields=['area_key', 'id'], name='export_waiting'),
                        models.Index(condition=models.Q(('file', ''), _negated=True), fields=['made_at'], name='export_file'),
                        models.Index(condition=models.Q(('made_at', None), ('state', 'approved')), fields=['id'], name='export_to_make'),
                    ],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('state__in', ['asked', 'approved', 'refused', 'fetched', 'expired'])), name='export_state_known'),
                        models.CheckConstraint(condition=models.Q(('decided_by', None), models.Q(('decided_by', models.F('by')), _negated=True), _connector='OR'), name='export_four_eyes'),
                        models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('decided_by', None), ('state', 'asked')), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), ('state__in', ['approved', 'refused', 'fetched'])), ('state', 'expired'), _connector='OR'), name='export_decided_whole'),
                        models.CheckConstraint(condition=models.Q(models.Q(('state', 'refused'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='export_refused_with_reason'),
                        models.CheckConstraint(condition=models.Q(('file', ''), ('made_at__isnull', False), _connector='OR'), name='export_file_was_made'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Look',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('subject', models.CharField(editable=False, max_length=64)),
                    ('entry', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='audit.entry', verbose_name='audit entry')),
                    ('area_key', models.BigIntegerField(editable=False, null=True)),
                    ('at', models.DateTimeField(verbose_name='at')),
                    ('office', models.CharField(blank=True, max_length=120, verbose_name='office')),
                    ('role', models.CharField(blank=True, choices=[('grid_worker', 'Grid worker'), ('workstation', 'Workstation clerk'), ('subcenter', 'Sub-centre dispatcher'), ('county_dispatch', 'County dispatcher'), ('county_supervisor', 'County supervisor'), ('dept_handler', 'Department handler'), ('med_clerk', 'Mediation clerk'), ('mediator', 'Mediator'), ('chief_mediator', 'Chief mediator'), ('center_manager', 'Mediation centre manager'), ('hotline_agent', 'Hotline agent'), ('hotline_lead', 'Hotline supervisor'), ('patrol_leader', 'Patrol leader'), ('volunteer', 'Volunteer'), ('registrar', 'Registrar'), ('landlord', 'Landlord with an account'), ('auditor', 'Auditor'), ('security_admin', 'Security administrator'), ('system_admin', 'System administrator')], max_length=20, verbose_name='role')),
                ],
                options={
                    'verbose_name': 'look',
                    'verbose_name_plural': 'looks',
                    'indexes': [
                        models.Index(fields=['subject', '-entry'], name='look_at_subject'),
                    ],
                    'constraints': [
                        models.UniqueConstraint(fields=('entry', 'subject'), name='look_once'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Reveal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                    ('matter_type', models.CharField(max_length=64, verbose_name='kind of matter')),
                    ('matter_id', models.BigIntegerField(verbose_name='number of the matter')),
                    ('area_key', models.BigIntegerField(editable=False)),
                    ('fields', models.JSONField(verbose_name='which data')),
                    ('purpose', models.CharField(choices=[('reach', 'Call, write to or visit the person'), ('identify', 'Make sure that it is this person'), ('write', 'Write or check a paper'), ('hand_on', 'Hand it to the body that goes on with it'), ('correct', 'Put the data right'), ('subject', 'Answer the person about their own data'), ('other', 'Something else, in words')], max_length=8, verbose_name='purpose')),
                    ('words', models.CharField(blank=True, max_length=120, verbose_name='purpose in words')),
                    ('at', models.DateTimeField(verbose_name='at')),
                    ('until', models.DateTimeField(verbose_name='until')),
                ],
                options={
                    'verbose_name': 'reveal',
                    'verbose_name_plural': 'reveals',
                    'indexes': [
                        models.Index(fields=['by', 'matter_type', 'until'], name='reveal_running'),
                        models.Index(fields=['by', 'at'], name='reveal_of_person'),
                        models.Index(fields=['area_key', '-id'], name='reveal_area'),
                    ],
                    'constraints': [
                        models.CheckConstraint(condition=models.Q(('purpose__in', ['reach', 'identify', 'write', 'hand_on', 'correct', 'subject', 'other'])), name='reveal_purpose_known'),
                        models.CheckConstraint(condition=models.Q(models.Q(('purpose', 'other'), _negated=True), models.Q(('words', ''), _negated=True), _connector='OR'), name='reveal_other_in_words'),
                        models.CheckConstraint(condition=models.Q(('until__gte', models.F('at'))), name='reveal_ends_after_it_begins'),
                    ],
                },
            ),
        ]),
    ]
