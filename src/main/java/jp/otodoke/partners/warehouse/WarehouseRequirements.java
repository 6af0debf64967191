package jp.otodoke.partners.warehouse;

import java.util.List;
import jp.otodoke.platform.start.RequiredSetting;
import jp.otodoke.platform.start.RequiredSettings;

/** Production requires the warehouse: without it nothing is shipped. */
class WarehouseRequirements implements RequiredSettings {
    @Override
    public List<RequiredSetting> all() {
        return List.of(new RequiredSetting(
                "OTODOKE_WAREHOUSE_URL", "otodoke.warehouse.url", "the SFTP address of the warehouse"));
    }
}
