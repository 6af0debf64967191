package jp.otodoke;

import java.util.Arrays;
import java.util.TimeZone;
import jp.otodoke.demo.Demonstration;
import jp.otodoke.platform.data.IdentityMapRepository;
import jp.otodoke.platform.start.ShutdownLimit;
import jp.otodoke.shared.BusinessClock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.modulith.Modulithic;

@SpringBootApplication
@ComponentScan(
        excludeFilters = {
            @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class),
            @Filter(type = FilterType.REGEX, pattern = "jp\\.otodoke\\.demo\\..*")
        })
@Import(Demonstration.class)
@EnableJpaRepositories(repositoryBaseClass = IdentityMapRepository.class)
@Modulithic(sharedModules = {"shared", "platform"})
public class OtodokeApplication {
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone(BusinessClock.TOKYO));
        if (args.length > 0 && args[0].equals(InvariantsCommand.NAME)) {
            System.exit(InvariantsCommand.run());
        }
        if (args.length > 0 && args[0].equals(GenerateCommand.NAME)) {
            System.exit(GenerateCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals(TrainCommand.NAME)) {
            System.exit(TrainCommand.run());
        }
        ShutdownLimit.install(
                SpringApplication.run(OtodokeApplication.class, args).getEnvironment());
    }
}
