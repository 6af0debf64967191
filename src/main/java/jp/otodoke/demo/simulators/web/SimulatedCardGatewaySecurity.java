package jp.otodoke.demo.simulators.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The simulated gateway and the provider of 後払い stand for other companies: calls need no sign-in but must come from this machine. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class SimulatedCardGatewaySecurity {
    @Bean
    @Order(0)
    SecurityFilterChain simulatedGateway(HttpSecurity http) {
        return http.securityMatcher("/demo/card/**", "/demo/deferred/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((who, call) -> new AuthorizationDecision(
                                isLoopback(call.getRequest().getRemoteAddr()))))
                .build();
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
