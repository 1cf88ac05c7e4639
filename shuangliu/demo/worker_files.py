"""Files of the grid workers: how each was selected, what each learnt, which certificates run out soon."""

from datetime import timedelta
from random import Random

from grids.models import Certificate, Skill, Training, WorkerFile
from grids.roles import Role

from .world import SEED, World

SKILLS = ["调解", "消防", "急救", "水电维修", "法律咨询", "手语", "心理疏导", "计算机"]
TRAININGS = [("网格化服务管理上岗培训", 16, "passed"), ("人民调解实务", 8, "attended"),
             ("消防安全与应急处置", 4, "passed"), ("个人信息保护", 3, "passed"), ("老年人服务政策解读", 2, "attended")]
CERTIFICATES = [("红十字救护员证", 3 * 365), ("网格员上岗证", None), ("消防设施操作员证", 6 * 365)]


def load(world: World) -> int:
    """Write a file for everybody who holds a post as a grid worker; returns how many."""
    random = Random(SEED)  # noqa: S311 - no secrets here; one of its own, so that no other step changes by it
    workers = [users[0] for (role, _code), users in world.staff.items() if role == Role.GRID_WORKER]
    skills = Skill.objects.bulk_create([Skill(name=name) for name in SKILLS])
    files, trainings, certificates, has = [], [], [], []
    for user in dict.fromkeys(workers):
        chosen_on = world.today - timedelta(days=random.randrange(700, 1400))
        file = WorkerFile(user=user, selection=random.choice(["open", "open", "community", "transfer"]),
                          selected_on=chosen_on, selected_by="街道办事处", document=f"双网办〔{chosen_on.year}〕6号")
        files.append(file)
        has += [WorkerFile.skills.through(workerfile_id=user.pk, skill_id=skill.pk)
                for skill in random.sample(skills, random.randrange(1, 4))]
        trainings += [Training(file=file, held_on=chosen_on + timedelta(days=random.randrange(5, 600)), topic=topic,
                               hours=hours, result=result)
                      for topic, hours, result in random.sample(TRAININGS, random.randrange(1, 4))]
        for name, days in random.sample(CERTIFICATES, random.randrange(0, 3)):
            issued_on = world.today - timedelta(days=random.randrange(30, 1080))
            certificates.append(Certificate(file=file, name=name, issued_on=issued_on,
                                            valid_until=days and issued_on + timedelta(days=days)))
    WorkerFile.objects.bulk_create(files, batch_size=500)
    WorkerFile.skills.through.objects.bulk_create(has, batch_size=500)
    Training.objects.bulk_create(trainings, batch_size=500)
    Certificate.objects.bulk_create(certificates, batch_size=500)
    return len(files)
