package jp.otodoke.staff.web;

import java.util.Arrays;
import java.util.List;
import jp.otodoke.staff.Permission;
import jp.otodoke.staff.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the permission table that is enforced. */
@Controller
class RolePage {
    private final PathPermissions permissions;

    RolePage(PathPermissions permissions) {
        this.permissions = permissions;
    }

    @GetMapping("/staff/roles")
    String show(Model model) {
        model.addAttribute("roles", Role.values());
        model.addAttribute(
                "rows",
                Arrays.stream(Permission.values())
                        .map(permission -> Row.of(permission, permissions.rules()))
                        .toList());
        return "staff/roles";
    }

    /**
     * @param reads paths that may be read with it
     * @param changes paths that may be changed with it
     */
    record Row(Permission permission, List<String> reads, List<String> changes) {
        static Row of(Permission permission, List<PathPermissions.Rule> rules) {
            return new Row(
                    permission,
                    rules.stream()
                            .filter(r -> r.toRead() == permission)
                            .map(r -> "/" + r.path())
                            .toList(),
                    rules.stream()
                            .filter(r -> r.toChange() == permission && r.toRead() != permission)
                            .map(r -> "/" + r.path())
                            .toList());
        }
    }
}
