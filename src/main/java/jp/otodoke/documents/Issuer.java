package jp.otodoke.documents;

import jp.otodoke.shared.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** In whose name documents are issued. */
@Component
public class Issuer {
    private final String name;
    private final String address;
    private final String phone;
    private final String registrationNumber;
    private final String account;

    Issuer(
            @Value("${otodoke.issuer.name}") String name,
            @Value("${otodoke.issuer.address}") String address,
            @Value("${otodoke.issuer.phone}") String phone,
            @Value("${otodoke.issuer.registration-number}") String registrationNumber,
            @Value("${otodoke.transfer.account}") String account) {
        this.name = name.strip();
        this.address = address.strip();
        this.phone = phone.strip();
        this.registrationNumber = registrationNumber.strip();
        this.account = account.strip();
    }

    /** @throws Refusal if nobody said in whose name (conflict) */
    String name() {
        if (name.isEmpty()) {
            throw Refusal.conflict("document.refused.no-issuer", "OTODOKE_ISSUER_NAME");
        }
        return name;
    }

    boolean isKnown() {
        return !name.isEmpty();
    }

    /** Whether qualified invoices can be issued. */
    boolean isRegistered() {
        return !registrationNumberIfAny().isEmpty();
    }

    String address() {
        return address;
    }

    String phone() {
        return phone;
    }

    /** To which customers transfer, as they read it. */
    String account() {
        return account;
    }

    /** Empty where there is none, or it is wrong. */
    String registrationNumberIfAny() {
        try {
            return new RegistrationNumber(registrationNumber).value();
        } catch (IllegalArgumentException missing) {
            return "";
        }
    }

    /** @throws Refusal if there is none, or it is wrong: an invoice without it is no qualified one (conflict) */
    RegistrationNumber registrationNumber() {
        if (registrationNumber.isEmpty()) {
            throw Refusal.conflict("document.refused.no-registration", "OTODOKE_ISSUER_REGISTRATION_NUMBER");
        }
        try {
            return new RegistrationNumber(registrationNumber);
        } catch (IllegalArgumentException wrong) {
            throw Refusal.conflict(
                    "document.refused.wrong-registration", "OTODOKE_ISSUER_REGISTRATION_NUMBER", registrationNumber);
        }
    }
}
