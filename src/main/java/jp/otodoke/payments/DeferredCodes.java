package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.shared.BilingualText;

/** Words for the codes of the provider of 後払い where the messages have some, else the codes themselves. */
public final class DeferredCodes {
    private DeferredCodes() {}

    public static BilingualText words(List<String> codes) {
        return BilingualText.list(codes.stream()
                .map(code -> BilingualText.named("deferred.code", code))
                .toList());
    }
}
