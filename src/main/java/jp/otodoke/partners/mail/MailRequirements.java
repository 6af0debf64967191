package jp.otodoke.partners.mail;

import java.util.List;
import jp.otodoke.platform.start.RequiredSetting;
import jp.otodoke.platform.start.RequiredSettings;

/** The mail settings that production requires. */
class MailRequirements implements RequiredSettings {
    @Override
    public List<RequiredSetting> all() {
        return List.of(
                new RequiredSetting("OTODOKE_SMTP_HOST", "otodoke.smtp.host", "the mail server for mail to customers"));
    }
}
