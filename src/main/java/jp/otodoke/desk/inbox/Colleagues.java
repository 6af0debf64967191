package jp.otodoke.desk.inbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.StaffUser;
import jp.otodoke.staff.StaffUsers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The display names of colleagues. */
@Component
class Colleagues {
    private final StaffUsers users;
    private final Formats formats;

    Colleagues(StaffUsers users, Formats formats) {
        this.users = users;
        this.formats = formats;
    }

    Names names() {
        return new Names(
                users.all().stream().collect(Collectors.toMap(StaffUser::username, StaffUser::displayName)),
                formats.text("inbox.system", CurrentStaff.SYSTEM));
    }

    /** @param system the name shown for the application itself */
    record Names(Map<String, String> byUsername, String system) {
        public String of(@Nullable String username) {
            if (username == null) {
                return "";
            }
            return username.equals(CurrentStaff.SYSTEM) ? system : byUsername.getOrDefault(username, username);
        }

        public String all(List<String> usernames) {
            return BilingualText.list(usernames.stream().map(this::of).toList()).in(LocaleContextHolder.getLocale());
        }
    }
}
