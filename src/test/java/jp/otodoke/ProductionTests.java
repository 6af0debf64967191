package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Production as operators start it, on a new database and with partners that can't be reached: nothing of the demo is there. */
@Tag("process")
class ProductionTests {
    private static final String DEMO = "jp.otodoke.demo";
    private static final String NOBODY = "sftp://otodoke@127.0.0.1:1";

    private static ConfigurableApplicationContext production;

    @BeforeAll
    static void start(@TempDir Path home) {
        var database = TestDatabase.empty();
        production = new SpringApplicationBuilder(OtodokeApplication.class)
                .profiles("production")
                .run(
                        "--server.port=0",
                        "--otodoke.home=" + home,
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password(),
                        "--spring.datasource.hikari.maximum-pool-size=12",
                        "--otodoke.secret-key=a secret key of enough characters",
                        "--OTODOKE_ADMIN_INITIAL_PASSWORD=a password of enough characters",
                        "--otodoke.card.url=http://127.0.0.1:1",
                        "--otodoke.card.webhook-secret=a secret",
                        "--otodoke.warehouse.url=" + NOBODY,
                        "--otodoke.carrier.url=" + NOBODY,
                        "--otodoke.smtp.host=127.0.0.1",
                        "--otodoke.transfer.account=みずほ銀行 丸の内支店 普通 1234567",
                        "--otodoke.jobs.active=false",
                        "--otodoke.watchdog.every-seconds=0",
                        "--OTODOKE_LOG_FORMAT=");
    }

    @AfterAll
    static void stop() {
        production.close();
    }

    @Test
    void hasNoBeanOfTheDemo() {
        var factory = production.getBeanFactory();
        var named = Arrays.stream(factory.getBeanDefinitionNames())
                .flatMap(bean -> Stream.of(
                        String.valueOf(production.getType(bean, false)),
                        String.valueOf(factory.getBeanDefinition(bean).getBeanClassName()),
                        String.valueOf(factory.getBeanDefinition(bean).getFactoryBeanName())))
                .toList();

        assertThat(named).contains("jp.otodoke.staff.FirstAdmin").noneMatch(name -> name.contains(DEMO));
    }

    @Test
    void hasNoRouteOfTheDemo() {
        var routes = production.getBean(CamelContext.class).getRoutes();

        assertThat(routes)
                .extracting(route -> route.getRouteId())
                .contains("warehouse-in", "carrier-in", "card", "mail");
        assertThat(routes)
                .extracting(route -> String.valueOf(route.getSourceLocation()))
                .allMatch(place -> place.contains("routes/"));
    }

    @Test
    void answersOnNoPathOfTheDemo() {
        var mapped = production.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);

        assertThat(mapped.getHandlerMethods().keySet().stream().flatMap(info -> info.getPatternValues().stream()))
                .contains("/orders", "/api/v1/orders")
                .noneMatch(path -> path.matches("(/demo|/api/v1/clock|/api/v1/demo)(/.*)?"));
        assertThat(mapped.getHandlerMethods().values())
                .noneMatch(method -> method.getBeanType().getName().startsWith(DEMO));
    }

    @Test
    void hasNoTableOfTheDemo() throws IOException {
        var scripts = Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:db/demo/*.sql"))
                .map(Resource::getFilename)
                .toList();
        var applied = production
                .getBean(JdbcClient.class)
                .sql("select script from flyway_schema_history")
                .query(String.class)
                .list();

        assertThat(scripts).isNotEmpty();
        assertThat(applied).isNotEmpty().noneMatch(script -> scripts.stream().anyMatch(script::endsWith));
    }
}
