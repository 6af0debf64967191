package jp.otodoke.staff.web;

import jp.otodoke.platform.pages.PageAccess;
import org.springframework.stereotype.Component;

/** Answers from the same table as the security filter. */
@Component
class PathPageAccess implements PageAccess {
    private final PathPermissions permissions;

    PathPageAccess(PathPermissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public String permission(String path) {
        return permissions.toRead(path).name();
    }
}
