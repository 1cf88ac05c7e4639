"""What waits for the desks of towns and of the county, apart from what waits for their stations."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('grids', '0001_initial'),
        ('incidents', '0006_desks'),
        ('mediation', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='incident',
            index=models.Index(condition=models.Q(('due_at__isnull', False), models.Q(models.Q(('tier', 3), models.Q(('state__in', ['reported', 'accepted', 'suspended', 'verified']), models.Q(('alert__in', ['overdue', 'raised']), ('department__isnull', False), ('state__in', ['assigned', 'in_progress', 'rework'])), _connector='OR')), models.Q(('tier__gte', 3), ('case', None), ('department', None), ('state__in', ['assigned', 'in_progress', 'rework'])), models.Q(('state__in', ['resolved', 'self_handled']), models.Q(models.Q(('tier__gte', 2), models.Q(('alert__in', ['overdue', 'raised']), models.Q(('case', None), ('department', None)), _connector='OR')), ('area_key', models.F('town_key')), _connector='OR')), _connector='OR')), fields=['town_key', 'due_at', 'id'], name='incident_town_desk'),
        ),
        migrations.AddIndex(
            model_name='incident',
            index=models.Index(condition=models.Q(('due_at__isnull', False), models.Q(models.Q(('tier', 4), models.Q(('state__in', ['reported', 'accepted', 'suspended', 'verified']), models.Q(('alert__in', ['overdue', 'raised']), ('department__isnull', False), ('state__in', ['assigned', 'in_progress', 'rework'])), _connector='OR')), models.Q(('tier__gte', 4), ('case', None), ('department', None), ('state__in', ['assigned', 'in_progress', 'rework'])), models.Q(('state__in', ['resolved', 'self_handled']), models.Q(models.Q(('tier__gte', 3), models.Q(('alert__in', ['overdue', 'raised']), models.Q(('case', None), ('department', None)), _connector='OR')), ('area_key', models.F('county_key')), _connector='OR')), models.Q(('is_urgent', True), ('state', 'reported'), ('alert__in', ['overdue', 'raised'])), _connector='OR')), fields=['county_key', 'due_at', 'id'], name='incident_county_desk'),
        ),
        migrations.AddIndex(
            model_name='incident',
            index=models.Index(condition=models.Q(('due_at__isnull', False), ('state', 'closed')), fields=['reporter'], name='incident_to_judge'),
        ),
    ]
