import django.db.models.deletion
import hotline.knowledge.models.articles
from django.conf import settings
from django.db import migrations, models

from shuangliu.search.operations import AddSearch


class Migration(migrations.Migration):

    dependencies = [
        ('grids', '0004_hotline_lead'),
        ('hotline', '0003_tickets'),
        ('incidents', '0009_channel'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Article',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(default=hotline.knowledge.models.articles.new_code, max_length=40, unique=True, verbose_name='code')),
                ('title', models.CharField(max_length=100, verbose_name='question')),
                ('answer', models.TextField(max_length=5000, verbose_name='answer')),
                ('keywords', models.CharField(blank=True, help_text='Other words that callers use, with blanks between.', max_length=200, verbose_name='keywords')),
                ('valid_from', models.DateField(verbose_name='valid from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='valid to')),
                ('review_on', models.DateField(verbose_name='look at again on')),
                ('is_public', models.BooleanField(default=False, verbose_name='in the public service guide')),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('published', 'Published'), ('withdrawn', 'Withdrawn article')], default='draft', max_length=9, verbose_name='state')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('due_at', models.DateTimeField(editable=False, null=True, verbose_name='review due at')),
                ('alert', models.CharField(choices=[('none', 'in time'), ('warned', 'due soon'), ('overdue', 'overdue'), ('raised', 'raised to the next tier')], default='none', editable=False, max_length=8, verbose_name='alert')),
                ('used_in_year', models.PositiveIntegerField(default=0, editable=False, verbose_name='uses within a year')),
                ('category', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.category', verbose_name='category')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='grids.department', verbose_name='answers for it')),
            ],
            options={
                'verbose_name': 'article of the knowledge base',
                'verbose_name_plural': 'articles of the knowledge base',
            },
        ),
        migrations.CreateModel(
            name='ArticleUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('call', models.UUIDField(null=True, verbose_name='call')),
                ('article', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='hotline.article', verbose_name='article')),
                ('by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
            ],
            options={
                'verbose_name': 'use of an article',
                'verbose_name_plural': 'uses of articles',
            },
        ),
        migrations.CreateModel(
            name='ArticleVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='version')),
                ('content', models.JSONField(verbose_name='contents')),
                ('changed', models.JSONField(default=list, verbose_name='what changed')),
                ('came_from', models.PositiveIntegerField(null=True, verbose_name='put back from version')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='hotline.article', verbose_name='article')),
                ('by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
            ],
            options={
                'verbose_name': 'version of an article',
                'verbose_name_plural': 'versions of articles',
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='Gap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(max_length=300, verbose_name='question')),
                ('words', models.CharField(blank=True, max_length=100, verbose_name='searched for')),
                ('call', models.UUIDField(null=True, verbose_name='call')),
                ('asked_at', models.DateTimeField(verbose_name='noted at')),
                ('state', models.CharField(choices=[('open', 'To be answered'), ('answered', 'Article written'), ('dropped', 'Not needed')], default='open', max_length=8, verbose_name='state')),
                ('due_at', models.DateTimeField(null=True, verbose_name='due at')),
                ('alert', models.CharField(choices=[('none', 'in time'), ('warned', 'due soon'), ('overdue', 'overdue'), ('raised', 'raised to the next tier')], default='none', max_length=8, verbose_name='alert')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='reason')),
                ('closed_at', models.DateTimeField(null=True, verbose_name='closed at')),
                ('article', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='gaps', to='hotline.article', verbose_name='article')),
                ('asked_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='noted by')),
                ('category', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='incidents.category', verbose_name='category')),
                ('closed_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='closed by')),
                ('county', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='grids.area', verbose_name='county')),
                ('owner', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='grids.department', verbose_name='answers for it')),
            ],
            options={
                'verbose_name': 'gap in the knowledge base',
                'verbose_name_plural': 'gaps in the knowledge base',
            },
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('due_at__isnull', False)), fields=['owner', 'due_at', 'id'], name='article_review'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('due_at__isnull', False)), fields=['due_at', 'id'], name='article_review_all'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['state', '-id'], name='article_state'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'published', 'withdrawn'])), name='article_state_known'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to', None), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='article_valid_range', violation_error_message='The last day is not before the first.'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('due_at__isnull', False), ('state', 'published')), models.Q(models.Q(('state', 'published'), _negated=True), ('due_at', None)), _connector='OR'), name='article_published_is_reviewed'),
        ),
        migrations.AddIndex(
            model_name='articleuse',
            index=models.Index(fields=['article', '-at'], name='article_use'),
        ),
        migrations.AddIndex(
            model_name='articleuse',
            index=models.Index(fields=['at'], name='article_use_at'),
        ),
        migrations.AddConstraint(
            model_name='articleuse',
            constraint=models.UniqueConstraint(condition=models.Q(('call__isnull', False)), fields=('article', 'call'), name='article_use_once_a_call'),
        ),
        migrations.AddConstraint(
            model_name='articleversion',
            constraint=models.UniqueConstraint(fields=('article', 'number'), name='article_version_once'),
        ),
        migrations.AddIndex(
            model_name='gap',
            index=models.Index(condition=models.Q(('due_at__isnull', False)), fields=['owner', 'due_at', 'id'], name='gap_queue'),
        ),
        migrations.AddIndex(
            model_name='gap',
            index=models.Index(condition=models.Q(('due_at__isnull', False)), fields=['due_at', 'id'], name='gap_queue_all'),
        ),
        migrations.AddConstraint(
            model_name='gap',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('due_at__isnull', False), ('state', 'open')), models.Q(('closed_at__isnull', False), ('due_at', None), ('state__in', ['answered', 'dropped'])), _connector='OR'), name='gap_open_has_deadline'),
        ),
        migrations.AddConstraint(
            model_name='gap',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'answered'), _negated=True), ('article__isnull', False), _connector='OR'), name='gap_answered_by_article'),
        ),
        migrations.AddConstraint(
            model_name='gap',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'dropped'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='gap_dropped_for_a_reason'),
        ),
        AddSearch("article", ["title", "keywords", "answer"]),
    ]
