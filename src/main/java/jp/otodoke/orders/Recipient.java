package jp.otodoke.orders;

import jp.otodoke.shared.Address;
import org.jspecify.annotations.Nullable;

/** Who receives a parcel, and where. Phone may be missing. */
public record Recipient(String name, @Nullable String kana, @Nullable String phone, Address address) {}
