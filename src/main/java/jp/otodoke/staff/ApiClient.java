package jp.otodoke.staff;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A program that calls the API. It may do what its roles allow and what it was granted individually. */
public record ApiClient(
        String name,
        List<Role> roles,
        Set<Permission> permissions,
        boolean active,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endsAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}
