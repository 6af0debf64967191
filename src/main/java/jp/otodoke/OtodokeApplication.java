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
        SpringApplication.run(OtodokeApplication.class, args);
    }
}
