package jp.otodoke.partners.cardgateway;

import java.util.List;
import jp.otodoke.platform.start.RequiredSetting;
import jp.otodoke.platform.start.RequiredSettings;

/** The settings of the card gateway that production requires. */
class CardGatewayRequirements implements RequiredSettings {
    @Override
    public List<RequiredSetting> all() {
        return List.of(
                new RequiredSetting("OTODOKE_CARD_URL", "otodoke.card.url", "the address of the card gateway"),
                new RequiredSetting(
                        "OTODOKE_CARD_WEBHOOK_SECRET",
                        "otodoke.card.webhook-secret",
                        "what the card gateway signs its notices with"));
    }
}
