package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.platform.start.RequiredSetting;
import jp.otodoke.platform.start.RequiredSettings;

/** Requires a bank account for customer transfers to be configured in production. */
class TransferRequirements implements RequiredSettings {
    @Override
    public List<RequiredSetting> all() {
        return List.of(new RequiredSetting(
                "OTODOKE_TRANSFER_ACCOUNT",
                "otodoke.transfer.account",
                "the bank account to which customers transfer, as they read it"));
    }
}
