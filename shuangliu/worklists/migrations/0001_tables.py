"""The tables of version 0.1: folded from 2 migrations (docs/decisions/0035-one-migration-per-app.md)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from shuangliu.tables import CreateTables


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('worklists', '0001_initial'),
        ('worklists', '0002_presence_of_a_page'),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='SavedFilter',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('user', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='user')),
                    ('worklist', models.CharField(max_length=32, verbose_name='list')),
                    ('name', models.CharField(max_length=20, verbose_name='name')),
                    ('query', models.CharField(max_length=1000, verbose_name='query')),
                    ('is_default', models.BooleanField(default=False, verbose_name='opened first')),
                ],
                options={
                    'verbose_name': 'saved filter',
                    'verbose_name_plural': 'saved filters',
                    'ordering': ['id'],
                    'constraints': [
                        models.UniqueConstraint(fields=('user', 'worklist', 'name'), name='saved_filter_name'),
                        models.UniqueConstraint(condition=models.Q(('is_default', True)), fields=('user', 'worklist'), name='saved_filter_one_default'),
                    ],
                },
            ),
            migrations.CreateModel(
                name='Presence',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('user', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='user')),
                    ('matter_type', models.CharField(max_length=64, verbose_name='kind of matter')),
                    ('matter_id', models.BigIntegerField(verbose_name='key of the matter')),
                    ('page', models.UUIDField(verbose_name='page')),
                    ('until', models.DateTimeField(db_index=True, verbose_name='present until')),
                    ('is_gone', models.BooleanField(default=False, verbose_name='has gone')),
                ],
                options={
                    'verbose_name': 'presence',
                    'verbose_name_plural': 'presences',
                    'constraints': [
                        models.UniqueConstraint(fields=('matter_type', 'matter_id', 'user', 'page'), name='presence_of_page'),
                    ],
                },
            ),
        ]),
    ]
