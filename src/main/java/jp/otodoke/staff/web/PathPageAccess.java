package jp.otodoke.staff.web;

import jp.otodoke.platform.pages.PageAccess;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.stereotype.Component;

/** Answers from the same table as the security filter. */
@Component
class PathPageAccess implements PageAccess {
    private final CurrentStaff staff;

    PathPageAccess(CurrentStaff staff) {
        this.staff = staff;
    }

    @Override
    public boolean open(String path) {
        return staff.may(PathPermissions.toRead(path));
    }
}
