package jp.otodoke.staff.web;

import jp.otodoke.shared.web.Problems;
import jp.otodoke.staff.ApiClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** Two doors: programs show a token with each call, people sign in once. */
@Configuration(proxyBeanMethods = false)
class Security {
    private static final String API = "/api/v1/";

    /** Exists in a demo only; programs call it, with a key of its own. */
    private static final String SIMULATED_GATEWAY = "/demo/card/payments/**";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, ApiClients clients, Problems problems, Environment environment)
            throws Exception {
        var demo = environment.acceptsProfiles(Profiles.of("demo"));
        return http.securityMatcher("/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .addFilterBefore(new BearerToken(clients, problems), AnonymousAuthenticationFilter.class)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(problems::unauthorized)
                        .accessDeniedHandler(problems::forbidden))
                .authorizeHttpRequests(requests -> {
                    if (demo) {
                        requests.requestMatchers("/v3/**").permitAll();
                    }
                    // Partners sign their calls; whoever receives one checks the signature.
                    requests.requestMatchers(HttpMethod.POST, "/api/v1/webhooks/**")
                            .permitAll();
                    permissions(requests, API);
                    requests.anyRequest().authenticated();
                })
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
        return http.formLogin(
                        form -> form.loginPage("/login").defaultSuccessUrl("/").permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?out").permitAll())
                .csrf(csrf -> csrf.ignoringRequestMatchers(SIMULATED_GATEWAY))
                .headers(headers -> headers.frameOptions(frames -> frames.sameOrigin()))
                .addFilterAfter(new NewPasswordFirst(), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers("/login", "/error", "/css/**", "/js/**", "/img/**", "/webjars/**")
                            .permitAll()
                            .requestMatchers("/favicon.ico", SIMULATED_GATEWAY)
                            .permitAll()
                            .requestMatchers("/actuator/health", "/actuator/health/**")
                            .permitAll()
                            .requestMatchers("/actuator/**")
                            .hasAuthority("SYSTEM")
                            .requestMatchers("/password", "/swagger-ui/**", "/swagger-ui.html")
                            .authenticated();
                    permissions(requests, "/");
                })
                .build();
    }

    private static void permissions(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            String root) {
        for (var rule : Addresses.RULES) {
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
