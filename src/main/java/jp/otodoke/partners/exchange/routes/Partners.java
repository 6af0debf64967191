package jp.otodoke.partners.exchange.routes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jp.otodoke.partners.exchange.CompletedUploads;
import jp.otodoke.partners.exchange.RetryPartner;
import jp.otodoke.partners.exchange.WorkSignal;
import jp.otodoke.platform.nodes.Leases;
import org.apache.camel.CamelContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The partners reached by SFTP and their addresses: {@code OTODOKE_<PARTNER>_URL}, else the one of a {@link LocalPartnerServer}. A
 * partner without an address has no routes.
 */
@Component
class Partners {
    static final List<String> ALL = List.of("warehouse", "carrier", "bank", "agency", "shop");

    /** Without these no order reaches its door. */
    private static final List<String> NEEDED = List.of("warehouse", "carrier");

    private static final Pattern FOLDER = Pattern.compile(".*/([a-z]+)/[^/]+\\.camel\\.yaml");

    private final Environment environment;
    private final Optional<LocalPartnerServer> local;
    private final CompletedUploads uploads;
    private final WorkSignal workSignal;
    private final RetryPartner retry;
    private final Leases leases;
    private final Map<String, PartnerAddress> addresses = new TreeMap<>();
    private final Map<String, PartnerFolder> inboxes = new TreeMap<>();

    Partners(
            Environment environment,
            Optional<LocalPartnerServer> local,
            CompletedUploads uploads,
            WorkSignal workSignal,
            RetryPartner retry,
            Leases leases) {
        this.environment = environment;
        this.local = local;
        this.uploads = uploads;
        this.workSignal = workSignal;
        this.retry = retry;
        this.leases = leases;
    }

    /** Gives Camel what the routes of all reachable partners refer to. */
    void bindTo(CamelContext camel) {
        for (var partner : ALL) {
            address(partner).ifPresent(address -> bind(camel, partner, address));
        }
    }

    private void bind(CamelContext camel, String partner, PartnerAddress address) {
        addresses.put(partner, address);
        var placeholders = address.placeholders(partner);
        placeholders.put(partner + ".knownHosts", setting(partner, "known-hosts"));
        placeholders.put(partner + ".keyFile", setting(partner, "key-file"));
        placeholders.put(partner + ".checkHost", setting(partner, "known-hosts").isBlank() ? "no" : "yes");
        placeholders.forEach(camel.getPropertiesComponent()::addOverrideProperty);
        var inbox = new PartnerFolder(partner, address.inbox(), uploads, workSignal, retry, leases);
        inboxes.put(partner, inbox);
        camel.getRegistry().bind(partner + "Inbox", inbox);
    }

    private Optional<PartnerAddress> address(String partner) {
        var name = "OTODOKE_" + partner.toUpperCase(Locale.ROOT) + "_URL";
        var url = setting(partner, "url");
        if (!url.isBlank()) {
            return Optional.of(PartnerAddress.parse(name, url)
                    .withLogin(setting(partner, "username"), setting(partner, "password")));
        }
        if (environment.acceptsProfiles(Profiles.of("production")) && NEEDED.contains(partner)) {
            throw new IllegalStateException(name + " is missing: the SFTP address of the " + partner);
        }
        return local.map(server -> server.addressOf(partner));
    }

    private String setting(String partner, String what) {
        return environment.getProperty("otodoke." + partner + "." + what, "");
    }

    /** Whether the partner to whose folder this file of routes belongs can be reached. */
    boolean usable(String location) {
        var folder = FOLDER.matcher(location);
        return !folder.matches() || !ALL.contains(folder.group(1)) || addresses.containsKey(folder.group(1));
    }

    PartnerFolder inbox(String partner) {
        var inbox = inboxes.get(partner);
        if (inbox == null) {
            throw new IllegalArgumentException("No partner " + partner + " is reached by SFTP");
        }
        return inbox;
    }

    Map<String, PartnerFolder> inboxes() {
        return inboxes;
    }
}
