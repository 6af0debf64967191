package jp.otodoke;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class OtodokeApplication {
    public static void main(String[] args) {
        SpringApplication.run(OtodokeApplication.class, args);
    }
}
