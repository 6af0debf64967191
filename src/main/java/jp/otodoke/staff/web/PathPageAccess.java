package jp.otodoke.staff.web;

import jp.otodoke.platform.pages.PageAccess;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.stereotype.Component;

/** Answers from the same table as the security filter. */
@Component
class PathPageAccess implements PageAccess {
    private final PathPermissions permissions;
    private final CurrentStaff staff;

    PathPageAccess(PathPermissions permissions, CurrentStaff staff) {
        this.permissions = permissions;
        this.staff = staff;
    }

    @Override
    public boolean open(String path) {
        return staff.may(permissions.toRead(path));
    }
}
