"""Whoever was a grid worker before there were files gets one."""

from django.db import migrations


def open_files(apps, schema_editor):
    Post, WorkerFile = apps.get_model("grids", "Post"), apps.get_model("grids", "WorkerFile")
    users = Post.objects.filter(role="grid_worker").values_list("user", flat=True).distinct()
    WorkerFile.objects.bulk_create([WorkerFile(user_id=user) for user in users], batch_size=1000,
                                   ignore_conflicts=True)


class Migration(migrations.Migration):

    dependencies = [("grids", "0002_changes")]

    operations = [migrations.RunPython(open_files, migrations.RunPython.noop)]
