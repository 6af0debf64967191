package jp.otodoke.staff;

import java.util.List;
import jp.otodoke.platform.start.RequiredSetting;
import jp.otodoke.platform.start.RequiredSettings;

/** What the first sign-in in production needs. */
class FirstAdminRequirements implements RequiredSettings {
    @Override
    public List<RequiredSetting> all() {
        return List.of(new RequiredSetting(
                "OTODOKE_ADMIN_INITIAL_PASSWORD",
                "OTODOKE_ADMIN_INITIAL_PASSWORD",
                "the password of the first sign-in of admin"));
    }
}
