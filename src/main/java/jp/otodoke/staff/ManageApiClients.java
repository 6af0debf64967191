package jp.otodoke.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues, renews and revokes tokens for programs. */
@Component
public class ManageApiClients {
    private static final int GROUPS = 8;
    private static final int GROUP_SIZE = 6;

    private final ApiClients clients;
    private final AuditTrail audit;
    private final CurrentStaff staff;

    ManageApiClients(ApiClients clients, AuditTrail audit, CurrentStaff staff) {
        this.clients = clients;
        this.audit = audit;
        this.staff = staff;
    }

    /** @return the token, shown only once */
    @Transactional
    public String add(String name, Set<Permission> permissions, @Nullable Instant endsAt) {
        var problems = new ArrayList<FieldProblem>();
        var clean = TextNormalizer.clean(name);
        if (!clean.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{1,39}")) {
            problems.add(problem("name", "api.client.name.form"));
        }
        if (permissions.isEmpty()) {
            problems.add(problem("permissions", "api.client.permissions.none"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var token = RandomText.groups(GROUPS, GROUP_SIZE);
        if (!clients.add(clean, token, List.of(), permissions, endsAt, staff.name())) {
            throw new InvalidInput(List.of(problem("name", "api.client.name.taken")));
        }
        audit.record(
                "api-client-added", clean, permissions.stream().map(Enum::name).collect(Collectors.joining(", ")));
        return token;
    }

    /** The old token is no longer valid. */
    @Transactional
    public String renew(String name) {
        if (!known(name).active()) {
            throw Refusal.conflict("api.client.revoked", name);
        }
        var token = RandomText.groups(GROUPS, GROUP_SIZE);
        clients.newToken(name, token);
        audit.record("api-client-renewed", name, "");
        return token;
    }

    @Transactional
    public void revoke(String name) {
        known(name);
        clients.revoke(name);
        audit.record("api-client-revoked", name, "");
    }

    private ApiClient known(String name) {
        return clients.find(name).orElseThrow(() -> Refusal.notFound("api.client.unknown", name));
    }

    private FieldProblem problem(String field, String key) {
        return new FieldProblem(field, "invalid", BilingualText.of(key));
    }
}
