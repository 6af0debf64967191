package jp.otodoke.partners.carrier;

import java.util.List;
import jp.otodoke.platform.start.RequiredSetting;
import jp.otodoke.platform.start.RequiredSettings;

/** Production requires the carrier: without tracking, delivery remains unknown. */
class CarrierRequirements implements RequiredSettings {
    @Override
    public List<RequiredSetting> all() {
        return List.of(
                new RequiredSetting("OTODOKE_CARRIER_URL", "otodoke.carrier.url", "the SFTP address of the carrier"));
    }
}
