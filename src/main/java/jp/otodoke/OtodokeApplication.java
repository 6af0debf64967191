package jp.otodoke;

import java.util.Arrays;
import java.util.TimeZone;
import jp.otodoke.platform.data.IdentityMapRepository;
import jp.otodoke.shared.BusinessClock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.modulith.Modulithic;

@SpringBootApplication
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
        SpringApplication.run(OtodokeApplication.class, args);
    }
}
