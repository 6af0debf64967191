package jp.otodoke.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import jp.otodoke.platform.web.ProblemWriter;
import jp.otodoke.staff.ApiClients;
import jp.otodoke.staff.LoginThrottle;
import jp.otodoke.staff.SecondFactor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Two security filter chains: programs send a token with each call, people sign in once. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {
    private static final String API = "/api/v1/";

    private static final String CONTENT = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self';"
            + " frame-ancestors 'self'";

    /** A figure for each filter of each request, which nobody reads. */
    @Bean
    SecurityObservationSettings observed() {
        return SecurityObservationSettings.noObservations();
    }

    /** A character that the database cannot store is refused before anything else. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            PathPermissions permissions,
            ApiClients clients,
            LoginThrottle throttle,
            ProblemWriter problemWriter,
            Environment environment)
            throws Exception {
        var demo = environment.acceptsProfiles(Profiles.of("demo"));
        return http.securityMatcher(WebSecurity::isOfAProgram)
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .addFilterBefore(new BearerToken(clients, throttle, problemWriter), AnonymousAuthenticationFilter.class)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(problemWriter::unauthorized)
                        .accessDeniedHandler(problemWriter::forbidden))
                .authorizeHttpRequests(requests -> {
                    if (demo) {
                        requests.requestMatchers("/v3/**").permitAll();
                    }
                    requests.requestMatchers(HttpMethod.POST, permissions.signedPosts())
                            .permitAll()
                            .requestMatchers("/actuator/health", "/actuator/health/**")
                            .permitAll()
                            .requestMatchers("/actuator/**")
                            .hasAuthority("SYSTEM");
                    permissions(requests, permissions, API);
                    requests.anyRequest().authenticated();
                })
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http, PathPermissions permissions, SecondFactor second, LoginThrottle throttle)
            throws Exception {
        var ended = new SessionEnded();
        return http.formLogin(form -> form.loginPage("/login")
                        .successHandler(new SessionOrigin())
                        .permitAll())
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(ended).accessDeniedHandler(ended))
                .requestCache(cache -> cache.requestCache(pagesToReturnTo()))
                .logout(logout -> logout.logoutSuccessUrl("/login?out").permitAll())
                .headers(WebSecurity::headers)
                .addFilterBefore(new ThrottledAuthentication(throttle), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new InitialPasswordFilter(), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new SecondFactorFilter(second), InitialPasswordFilter.class)
                .addFilterBefore(new PageUserFilter(), SecondFactorFilter.class)
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(
                                    "/login", "/session/**", "/error", "/css/**", "/js/**", "/img/**", "/webjars/**")
                            .permitAll()
                            .requestMatchers("/favicon.ico")
                            .permitAll()
                            .requestMatchers("/actuator/health", "/actuator/health/**")
                            .permitAll()
                            .requestMatchers("/actuator/**")
                            .hasAuthority("SYSTEM")
                            .requestMatchers(PathPermissions.OWN)
                            .authenticated();
                    permissions(requests, permissions, "/");
                })
                .build();
    }

    /** After signing in one is where one wanted to go, and never at a part of a page. */
    private static RequestCache pagesToReturnTo() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(
                request -> request.getMethod().equals(HttpMethod.GET.name()) && !ScriptRequest.is(request));
        return cache;
    }

    /**
     * Scripts come from this application only. Inline styles are needed by the process diagrams. HSTS is sent over
     * HTTPS only, so a demo on plain HTTP is not bound by it.
     */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(frames -> frames.sameOrigin())
                .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false)
                        .maxAgeInSeconds(Duration.ofDays(365).toSeconds()));
    }

    /** Monitoring systems use a token, as with the API; people use their session. */
    private static boolean isOfAProgram(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/")
                || path.startsWith("/v3/api-docs")
                || (path.startsWith("/actuator/") && request.getHeader(HttpHeaders.AUTHORIZATION) != null);
    }

    private static void permissions(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            PathPermissions permissions,
            String root) {
        for (var rule : permissions.rules()) {
            var paths = rule.path().isEmpty()
                    ? new String[] {root + "**"}
                    : new String[] {root + rule.path(), root + rule.path() + "/**"};
            requests.requestMatchers(HttpMethod.GET, paths)
                    .hasAuthority(rule.toRead().name())
                    .requestMatchers(paths)
                    .hasAuthority(rule.toChange().name());
        }
    }
}
