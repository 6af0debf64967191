package jp.otodoke.staff.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jp.otodoke.platform.pages.WarmUpPages;
import jp.otodoke.platform.start.WarmUp;
import jp.otodoke.staff.Permission;
import jp.otodoke.staff.StaffUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Asks this node for its most used pages for a few seconds, as a browser would, in a session that belongs to nobody: it
 * may see pages but no personal data, change nothing, and ends with the warm-up.
 */
@Component
class WarmUpByPages<S extends Session> implements WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUpByPages.class);
    private static final Duration LONGEST_PAGE = Duration.ofSeconds(30);
    private static final String NOBODY = "warm-up";
    private static final List<Permission> PERMISSIONS = List.of(
            Permission.VIEW,
            Permission.WORK_TASKS,
            Permission.CUSTOMERS_EDIT,
            Permission.ORDERS_EDIT,
            Permission.SHIPMENTS_EDIT,
            Permission.MONEY_VIEW,
            Permission.PARTNERS_VIEW,
            Permission.OPERATIONS);

    private final SessionRepository<S> sessions;
    private final ObjectProvider<WarmUpPages> pages;
    private final Environment environment;
    private final Duration time;

    /** @param time how long it takes; zero for not at all */
    WarmUpByPages(
            SessionRepository<S> sessions,
            ObjectProvider<WarmUpPages> pages,
            Environment environment,
            @Value("${otodoke.warm-up:0s}") Duration time) {
        this.sessions = sessions;
        this.pages = pages;
        this.environment = environment;
        this.time = time;
    }

    @Override
    public void run() {
        var port = environment.getProperty("local.server.port", Integer.class);
        if (port == null || time.isZero() || environment.getProperty("server.ssl.enabled", Boolean.class, false)) {
            return;
        }
        ask("http://" + host() + ":" + port).forEach((path, status) -> {
            if (status != HttpStatus.OK.value()) {
                LOG.warn("{} answered {} while warming up", path, status);
            }
        });
    }

    /** Each page at least once, then all of them again until the time is up; returns the last status of each. */
    Map<String, Integer> ask(String address) {
        var paths =
                pages.orderedStream().flatMap(some -> some.toWarmUp().stream()).toList();
        var session = openSession();
        try {
            return ask(paths, address, session.getId());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        } finally {
            sessions.deleteById(session.getId());
        }
    }

    private S openSession() {
        var nobody = new StaffUser(NOBODY, NOBODY, "", List.of(), true, false, false);
        var authorities = PERMISSIONS.stream()
                .map(permission -> new SimpleGrantedAuthority(permission.name()))
                .toList();
        var session = sessions.createSession();
        session.setMaxInactiveInterval(time.plus(LONGEST_PAGE));
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(nobody, "", authorities)));
        sessions.save(session);
        return session;
    }

    private String host() {
        var address = environment.getProperty("server.address");
        return address == null ? InetAddress.getLoopbackAddress().getHostAddress() : address;
    }

    private Map<String, Integer> ask(List<String> paths, String address, String session) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        var next = new AtomicInteger();
        var statuses = new ConcurrentHashMap<String, Integer>();
        var clients = Runtime.getRuntime().availableProcessors();
        var threads = Executors.newFixedThreadPool(clients, work -> new Thread(work, NOBODY));
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < clients; i++) {
            threads.execute(() -> {
                for (int n = next.getAndIncrement();
                        n < paths.size() || System.nanoTime() - end < 0;
                        n = next.getAndIncrement()) {
                    var path = paths.get(n % paths.size());
                    status(http, request(address + path, session)).ifPresent(status -> statuses.put(path, status));
                }
            });
        }
        threads.shutdown();
        if (!threads.awaitTermination(time.plus(LONGEST_PAGE).toSeconds(), TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
        return statuses;
    }

    private HttpRequest request(String page, String session) {
        var cookie = environment.getProperty("server.servlet.session.cookie.name", "SESSION") + "="
                + Base64.getEncoder().encodeToString(session.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(page))
                .header("Cookie", cookie)
                .header("Accept", "text/html")
                .header("Accept-Language", "ja")
                .timeout(LONGEST_PAGE)
                .build();
    }

    private static Optional<Integer> status(HttpClient http, HttpRequest request) {
        try {
            return Optional.of(http.send(request, BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            LOG.warn("Could not open {} to warm up", request.uri().getPath(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
