"""Records that the admin shows and nobody changes by hand: states move by acts, logs and files stay as they are."""


class LookOnly:
    """For a ModelAdmin or an inline, named first: `class CaseAdmin(LookOnly, admin.ModelAdmin)`."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
