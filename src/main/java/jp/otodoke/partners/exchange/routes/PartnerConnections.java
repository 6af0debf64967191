package jp.otodoke.partners.exchange.routes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jp.otodoke.partners.exchange.CompletedUploads;
import jp.otodoke.partners.exchange.Partner;
import jp.otodoke.partners.exchange.Partners;
import jp.otodoke.partners.exchange.RetryPartner;
import jp.otodoke.partners.exchange.StuckFiles;
import jp.otodoke.partners.exchange.WorkSignal;
import jp.otodoke.platform.nodes.Leases;
import org.apache.camel.CamelContext;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The addresses of the partners' SFTP servers: {@code OTODOKE_<PARTNER>_URL}, otherwise the address of a {@link
 * LocalPartnerServer}. A partner without an address has no routes.
 */
@Component
class PartnerConnections {
    private static final Pattern FOLDER = Pattern.compile(".*/([a-z][a-z0-9-]*)/[^/]+\\.camel\\.yaml");

    private final Partners partners;
    private final Environment environment;
    private final Optional<LocalPartnerServer> local;
    private final CompletedUploads uploads;
    private final WorkSignal workSignal;
    private final RetryPartner retry;
    private final Leases leases;
    private final StuckFiles stuckFiles;
    private final Map<String, PartnerAddress> addresses = new TreeMap<>();
    private final Map<String, PartnerFolder> inboxes = new TreeMap<>();

    PartnerConnections(
            Partners partners,
            Environment environment,
            Optional<LocalPartnerServer> local,
            CompletedUploads uploads,
            WorkSignal workSignal,
            RetryPartner retry,
            Leases leases,
            StuckFiles stuckFiles) {
        this.partners = partners;
        this.environment = environment;
        this.local = local;
        this.uploads = uploads;
        this.workSignal = workSignal;
        this.retry = retry;
        this.leases = leases;
        this.stuckFiles = stuckFiles;
    }

    /** Registers with Camel what the routes of all connected partners refer to. */
    void bindTo(CamelContext camel) {
        KeyExchanges.tryOnlyOffered();
        for (var partner : partners.bySftp()) {
            address(partner).ifPresent(address -> bind(camel, partner.code(), address));
        }
    }

    private void bind(CamelContext camel, String partner, PartnerAddress address) {
        addresses.put(partner, address);
        parameters(partner).forEach((name, value) -> camel.getPropertiesComponent()
                .addOverrideProperty(partner + "." + name, value));
        var inbox = new PartnerFolder(partner, address.inbox(), uploads, workSignal, retry, leases, stuckFiles);
        inboxes.put(partner, inbox);
        camel.getRegistry().bind(partner + "Inbox", inbox);
    }

    /** The partners with an address. */
    List<Partner> connected() {
        return partners.bySftp().stream()
                .filter(partner -> addresses.containsKey(partner.code()))
                .toList();
    }

    /** The properties that the routes of a partner with an address use. */
    Map<String, String> parameters(String partner) {
        var address = Objects.requireNonNull(addresses.get(partner));
        var parameters = address.parameters();
        parameters.put("knownHosts", setting(partner, "known-hosts"));
        parameters.put("keyFile", setting(partner, "key-file"));
        parameters.put("checkHost", setting(partner, "known-hosts").isBlank() ? "no" : "yes");
        return parameters;
    }

    private Optional<PartnerAddress> address(Partner partner) {
        var url = setting(partner.code(), "url");
        if (!url.isBlank()) {
            return Optional.of(PartnerAddress.parse(partner.variable() + "_URL", url)
                    .withLogin(setting(partner.code(), "username"), setting(partner.code(), "password")));
        }
        return local.map(server -> server.addressOf(partner.code()));
    }

    private String setting(String partner, String what) {
        return environment.getProperty("otodoke." + partner + "." + what, "");
    }

    /** Whether the partner to whose folder this route file belongs has an address. */
    boolean usable(String location) {
        var folder = FOLDER.matcher(location);
        return !folder.matches()
                || partners.bySftp().stream().noneMatch(p -> p.code().equals(folder.group(1)))
                || addresses.containsKey(folder.group(1));
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
