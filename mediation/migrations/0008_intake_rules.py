"""What holds of parties and refusals from now on."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [('mediation', '0007_intake_told')]

    operations = [
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('refused_at__isnull', False), ('refused_code__in', ['in_court', 'elsewhere', 'out_of_scope', 'other_refuses', 'not_our_area', 'withdrawn', 'unreachable', 'other']), ('state', 'not_accepted')), models.Q(models.Q(('state', 'not_accepted'), _negated=True), ('refused_at', None), ('refused_code', ''), ('refused_reason', '')), _connector='OR'), name='case_refused_with_reason'),
        ),
        migrations.AddConstraint(
            model_name='party',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('document', ''), ('id_hash', '')), models.Q(models.Q(('id_hash', ''), _negated=True), ('document__in', ['111', '113', '117', '114', '414', '516', '511', '553', '990', 'USC'])), _connector='OR'), name='party_number_has_document'),
        ),
    ]
