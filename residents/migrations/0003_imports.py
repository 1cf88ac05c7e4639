import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
import shuangliu.privacy.fields
import uuid
from django.conf import settings
from django.db import migrations, models


def unlogged(apps, schema_editor):
    """Rows can be read from the file again: PostgreSQL need not write them twice. After a crash the table is empty,
    and a batch whose rows are gone is checked once more."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE residents_row SET UNLOGGED")


class Migration(migrations.Migration):

    dependencies = [
        ('grids', '0004_hotline_lead'),
        ('residents', '0002_register'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Mapping',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('headings_key', models.CharField(max_length=64)),
                ('columns', models.JSONField(default=list, verbose_name='columns')),
                ('filled', models.JSONField(default=list, verbose_name='filled down')),
                ('at', models.DateTimeField(verbose_name='at')),
            ],
            options={
                'verbose_name': 'mapping of columns',
                'verbose_name_plural': 'mappings of columns',
            },
        ),
        migrations.CreateModel(
            name='Row',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='row')),
                ('outcome', models.CharField(choices=[('new', 'New'), ('changed', 'Changed'), ('same', 'The same'), ('suspicious', 'To decide'), ('refused', 'Refused')], max_length=10, verbose_name='outcome')),
                ('decision', models.CharField(blank=True, choices=[('', 'Not decided'), ('take', 'Take it'), ('them', 'It is that person'), ('card', 'Card seen, take it'), ('leave', 'Leave it out')], max_length=5, verbose_name='decision')),
                ('asks', models.CharField(blank=True, max_length=24)),
                ('found', models.TextField(blank=True)),
                ('person_key', models.BigIntegerField(null=True)),
                ('is_them', models.BooleanField(default=False)),
                ('is_twin', models.BooleanField(default=False)),
                ('seen_change', models.BigIntegerField(default=0)),
                ('mask', models.PositiveIntegerField(default=0)),
                ('pairs', shuangliu.privacy.fields.EncryptedTextField(blank=True, default='')),
                ('name', shuangliu.privacy.fields.EncryptedTextField(blank=True, default='', verbose_name='full name')),
                ('name_hash', models.CharField(blank=True, max_length=64)),
                ('document', models.CharField(blank=True, max_length=3)),
                ('id_number', shuangliu.privacy.fields.EncryptedTextField(blank=True, default='', verbose_name='ID number')),
                ('id_hash', models.CharField(blank=True, max_length=64)),
                ('number_as_shown', shuangliu.privacy.fields.EncryptedTextField(blank=True, default='')),
                ('sex', models.CharField(blank=True, max_length=1)),
                ('born_on', models.DateField(null=True)),
                ('phone', shuangliu.privacy.fields.EncryptedTextField(blank=True, default='')),
                ('phone_hash', models.CharField(blank=True, max_length=64)),
                ('other_phone', shuangliu.privacy.fields.EncryptedTextField(blank=True, default='')),
                ('origin_code', models.CharField(blank=True, max_length=6)),
                ('origin_address', shuangliu.privacy.fields.EncryptedTextField(blank=True, default='')),
                ('employer', shuangliu.privacy.fields.EncryptedTextField(blank=True, default='')),
                ('area_key', models.BigIntegerField(default=0)),
                ('building', models.CharField(blank=True, max_length=100)),
                ('unit', models.CharField(blank=True, max_length=20)),
                ('room', models.CharField(blank=True, max_length=20)),
                ('kind', models.CharField(blank=True, max_length=10)),
                ('tenure', models.CharField(blank=True, max_length=2)),
                ('reason', models.CharField(blank=True, max_length=2)),
                ('since', models.DateField(null=True)),
                ('register_number', models.CharField(blank=True, max_length=20)),
                ('relation', models.CharField(blank=True, max_length=1)),
            ],
            options={
                'verbose_name': 'row of an import',
                'verbose_name_plural': 'rows of imports',
                'ordering': ['batch', 'number'],
            },
        ),
        migrations.CreateModel(
            name='Batch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('area_key', models.BigIntegerField(editable=False)),
                ('county_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000000))), output_field=models.BigIntegerField())),
                ('town_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000000))), output_field=models.BigIntegerField())),
                ('community_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000000))), output_field=models.BigIntegerField())),
                ('grid_key', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('area_key'), '-', django.db.models.expressions.CombinedExpression(models.F('area_key'), '%%', models.Value(1000))), output_field=models.BigIntegerField())),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('state', models.CharField(choices=[('uploaded', 'Columns to be looked at'), ('checking', 'Being checked'), ('checked', 'Checked, not carried out'), ('carrying', 'Being carried out'), ('carried', 'Carried out'), ('undoing', 'Being taken back'), ('undone', 'Taken back'), ('failed', 'Cannot be read'), ('dropped', 'Thrown away')], default='uploaded', max_length=8, verbose_name='state')),
                ('name', models.CharField(max_length=200, verbose_name='file')),
                ('file', models.CharField(blank=True, editable=False, max_length=100)),
                ('size', models.PositiveBigIntegerField(default=0, verbose_name='bytes')),
                ('sheet', models.CharField(max_length=100, verbose_name='sheet')),
                ('kind', models.CharField(choices=[('registered', 'Registered here'), ('floating', 'Registered elsewhere')], max_length=10, verbose_name='who is in it')),
                ('header_row', models.PositiveIntegerField(default=1, verbose_name='row of the headings')),
                ('headings', models.JSONField(default=list, verbose_name='headings')),
                ('columns', models.JSONField(default=list, verbose_name='columns')),
                ('filled', models.JSONField(default=list, verbose_name='filled down')),
                ('counts', models.JSONField(default=dict, verbose_name='counts')),
                ('result', models.JSONField(default=dict, verbose_name='result')),
                ('failure', models.CharField(blank=True, max_length=300, verbose_name='why not')),
                ('progress', models.PositiveSmallIntegerField(default=0, verbose_name='percent')),
                ('claim', models.UUIDField(editable=False, null=True)),
                ('beat_at', models.DateTimeField(editable=False, null=True)),
                ('is_stale', models.BooleanField(default=False, verbose_name='the register changed after the check')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='uploaded at')),
                ('checked_at', models.DateTimeField(null=True, verbose_name='checked at')),
                ('carried_at', models.DateTimeField(null=True, verbose_name='carried out at')),
                ('undone_at', models.DateTimeField(null=True, verbose_name='taken back at')),
                ('forgotten_at', models.DateTimeField(null=True, verbose_name='rows forgotten at')),
                ('area', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='grids.area', verbose_name='area')),
                ('carried_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='carried out by')),
                ('created_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='uploaded by')),
                ('undone_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='taken back by')),
            ],
            options={
                'verbose_name': 'import',
                'verbose_name_plural': 'imports',
                'ordering': ['-id'],
            },
        ),
        migrations.AddField(
            model_name='change',
            name='batch',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='residents.batch', verbose_name='import'),
        ),
        migrations.AddIndex(
            model_name='change',
            index=models.Index(condition=models.Q(('batch__isnull', False)), fields=['batch', 'id'], name='change_of_batch'),
        ),
        migrations.AddField(
            model_name='mapping',
            name='area',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='grids.area', verbose_name='area'),
        ),
        migrations.AddField(
            model_name='mapping',
            name='by',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by'),
        ),
        migrations.AddField(
            model_name='row',
            name='batch',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='residents.batch', verbose_name='import'),
        ),
        migrations.AddIndex(
            model_name='batch',
            index=models.Index(fields=['community_key', '-id'], name='batch_community'),
        ),
        migrations.AddIndex(
            model_name='batch',
            index=models.Index(condition=models.Q(('state__in', ['checking', 'carrying', 'undoing'])), fields=['state'], name='batch_running'),
        ),
        migrations.AddIndex(
            model_name='batch',
            index=models.Index(condition=models.Q(('forgotten_at', None)), fields=['created_at'], name='batch_kept'),
        ),
        migrations.AddConstraint(
            model_name='batch',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['uploaded', 'checking', 'checked', 'carrying', 'carried', 'undoing', 'undone', 'failed', 'dropped'])), name='batch_state_known'),
        ),
        migrations.AddConstraint(
            model_name='batch',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['registered', 'floating'])), name='batch_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='mapping',
            constraint=models.UniqueConstraint(fields=('area', 'headings_key'), name='mapping_once'),
        ),
        migrations.AddIndex(
            model_name='row',
            index=models.Index(fields=['batch', 'outcome', 'number'], name='row_of_batch'),
        ),
        migrations.RunPython(unlogged, migrations.RunPython.noop),
    ]
