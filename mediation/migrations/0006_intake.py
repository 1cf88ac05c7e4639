"""Parties with documents, representatives and consents; coded reasons for not accepting."""

import django.db.models.deletion
import shuangliu.privacy.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('grids', '0003_worker_files'),
        ('mediation', '0005_flow'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('told', 'Told of rights and duties'), ('agrees', 'Agrees to mediation'), ('refuses', 'Refuses mediation'), ('public', 'Agrees to public mediation'), ('closed', 'Wants mediation not to be public')], max_length=8, verbose_name='what')),
                ('form', models.CharField(choices=[('written', 'In writing'), ('oral', 'Orally'), ('electronic', 'Electronically')], max_length=10, verbose_name='form')),
                ('said_at', models.DateTimeField(verbose_name='said at')),
                ('recorded_at', models.DateTimeField(verbose_name='recorded at')),
            ],
            options={
                'verbose_name': 'consent',
                'verbose_name_plural': 'consents',
                'ordering': ['party', 'said_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Representative',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', shuangliu.privacy.fields.EncryptedTextField(verbose_name='full name')),
                ('document', models.CharField(blank=True, choices=[('111', 'Resident ID card'), ('113', 'Household register'), ('117', 'Birth certificate'), ('114', "Officer's card"), ('414', 'Passport'), ('516', 'Travel permit of Hong Kong or Macao residents'), ('511', 'Travel permit of Taiwan residents'), ('553', "Foreigner's permanent residence card"), ('990', 'Other document'), ('USC', 'Unified social credit code')], max_length=3, verbose_name='kind of document')),
                ('id_number', shuangliu.privacy.fields.EncryptedTextField(blank=True, default='', verbose_name='ID number')),
                ('id_hash', models.CharField(blank=True, default='', editable=False, max_length=64)),
                ('phone', shuangliu.privacy.fields.EncryptedTextField(blank=True, default='', verbose_name='phone')),
                ('phone_hash', models.CharField(blank=True, default='', editable=False, max_length=64)),
                ('kind', models.CharField(choices=[('agent', 'Agent by power of attorney'), ('guardian', 'Guardian')], max_length=8, verbose_name='kind')),
                ('relation', models.CharField(blank=True, max_length=40, verbose_name='relation to the party')),
                ('powers', models.CharField(blank=True, choices=[('general', 'General powers'), ('special', 'Special powers')], max_length=8, verbose_name='powers')),
                ('authorised_on', models.DateField(null=True, verbose_name='authorised on')),
                ('added_at', models.DateTimeField(verbose_name='added at')),
                ('ended_at', models.DateTimeField(null=True, verbose_name='ended at')),
            ],
            options={
                'verbose_name': 'representative',
                'verbose_name_plural': 'representatives',
                'ordering': ['party', 'id'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='case',
            name='case_refused_with_reason',
        ),
        migrations.AddField(
            model_name='case',
            name='basis',
            field=models.CharField(blank=True, choices=[('consent', 'Both sides agree'), ('initiative', 'The committee steps in, nobody refuses')], max_length=10, verbose_name='taken on because'),
        ),
        migrations.AddField(
            model_name='case',
            name='brought_by',
            field=shuangliu.privacy.fields.EncryptedTextField(blank=True, default='', verbose_name='brought by'),
        ),
        migrations.AddField(
            model_name='case',
            name='refused_code',
            field=models.CharField(blank=True, choices=[('in_court', 'Already before a court'), ('elsewhere', 'Another channel handles it'), ('out_of_scope', "Outside people's mediation"), ('other_refuses', 'The other side refuses mediation'), ('not_our_area', 'Not of this area'), ('withdrawn', 'The applicant withdrew'), ('unreachable', 'A side cannot be found'), ('other', 'Other reason')], max_length=16, verbose_name='kind of reason'),
        ),
        migrations.AddField(
            model_name='party',
            name='address',
            field=shuangliu.privacy.fields.EncryptedTextField(blank=True, default='', verbose_name='address'),
        ),
        migrations.AddField(
            model_name='party',
            name='contact',
            field=models.CharField(blank=True, choices=[('phone', 'By phone'), ('text', 'By text message'), ('post', 'By post'), ('visit', 'By a visit')], max_length=5, verbose_name='wants to be reached'),
        ),
        migrations.AddField(
            model_name='party',
            name='document',
            field=models.CharField(blank=True, choices=[('111', 'Resident ID card'), ('113', 'Household register'), ('117', 'Birth certificate'), ('114', "Officer's card"), ('414', 'Passport'), ('516', 'Travel permit of Hong Kong or Macao residents'), ('511', 'Travel permit of Taiwan residents'), ('553', "Foreigner's permanent residence card"), ('990', 'Other document'), ('USC', 'Unified social credit code')], max_length=3, verbose_name='kind of document'),
        ),
        migrations.AddField(
            model_name='party',
            name='is_spokesperson',
            field=models.BooleanField(default=False, verbose_name='stands for others of the group'),
        ),
        migrations.AddField(
            model_name='party',
            name='occupation',
            field=shuangliu.privacy.fields.EncryptedTextField(blank=True, default='', verbose_name='occupation'),
        ),
        migrations.AddField(
            model_name='party',
            name='phone_hash',
            field=models.CharField(blank=True, default='', editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name='party',
            name='stated_birthday',
            field=shuangliu.privacy.fields.EncryptedTextField(blank=True, default='', verbose_name='birthday'),
        ),
        migrations.AddField(
            model_name='party',
            name='stated_sex',
            field=models.CharField(blank=True, choices=[('1', 'Male'), ('2', 'Female')], max_length=1, verbose_name='sex'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['external_ref'], name='case_by_external_ref'),
        ),
        migrations.AddIndex(
            model_name='party',
            index=models.Index(fields=['id_hash'], name='party_by_number'),
        ),
        migrations.AddIndex(
            model_name='party',
            index=models.Index(fields=['phone_hash'], name='party_by_phone'),
        ),
        migrations.AddField(
            model_name='consent',
            name='by',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by'),
        ),
        migrations.AddField(
            model_name='consent',
            name='party',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='mediation.party', verbose_name='party'),
        ),
        migrations.AddField(
            model_name='representative',
            name='party',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='representatives', to='mediation.party', verbose_name='party'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(('what__in', ['told', 'agrees', 'refuses', 'public', 'closed'])), name='consent_known'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(('form__in', ['written', 'oral', 'electronic'])), name='consent_form_known'),
        ),
        migrations.AddConstraint(
            model_name='representative',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('authorised_on__isnull', False), ('kind', 'agent'), ('powers__in', ['general', 'special'])), models.Q(('authorised_on', None), ('kind', 'guardian'), ('powers', '')), _connector='OR'), name='representative_authorised'),
        ),
        migrations.AddConstraint(
            model_name='representative',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('document', ''), ('id_hash', '')), models.Q(models.Q(('id_hash', ''), _negated=True), ('document__in', ['111', '113', '117', '114', '414', '516', '511', '553', '990', 'USC'])), _connector='OR'), name='representative_number_has_document'),
        ),
    ]
