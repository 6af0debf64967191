package jp.otodoke;

import java.util.TimeZone;
import jp.otodoke.shared.BusinessClock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

@SpringBootApplication
@Modulithic(sharedModules = {"shared", "workflow"})
public class OtodokeApplication {
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone(BusinessClock.TOKYO));
        if (args.length > 0 && args[0].equals(InvariantsCommand.NAME)) {
            System.exit(InvariantsCommand.run());
        }
        SpringApplication.run(OtodokeApplication.class, args);
    }
}
