package jp.otodoke.workflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import jp.otodoke.platform.nodes.ThisNode;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Embeds the process engine, using the application's data source and transactions. Its tables are created by
 * {@link EngineSchema}; its job executor shares the work with other nodes through the database.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
    /** Increasing delays between retries; after the last one an incident is created. */
    static final String RETRY_PAUSES = "PT5S,PT30S,PT2M,PT10M";

    /** Much longer than the slowest step, so that no other node takes over a job that is still running. */
    private static final int LOCK_MILLIS = 10 * 60 * 1000;

    @Bean(defaultCandidate = false)
    ThreadPoolTaskExecutor jobThreads(@Value("${otodoke.jobs.threads:4}") int threads) {
        var pool = new ThreadPoolTaskExecutor();
        pool.setThreadNamePrefix("job-");
        pool.setCorePoolSize(threads);
        pool.setMaxPoolSize(threads);
        pool.setQueueCapacity(32);
        pool.setWaitForTasksToCompleteOnShutdown(true);
        pool.setAwaitTerminationSeconds(20);
        return pool;
    }

    @Bean
    SpringJobExecutor jobExecutor(@Qualifier("jobThreads") ThreadPoolTaskExecutor threads, ThisNode node) {
        var executor = new SpringJobExecutor();
        executor.setLockOwner(node.name());
        executor.setTaskExecutor(threads);
        executor.setMaxJobsPerAcquisition(8);
        executor.setWaitTimeInMillis(500);
        executor.setMaxWait(1_000);
        executor.setBackoffTimeInMillis(10);
        executor.setMaxBackoff(200);
        executor.setLockTimeInMillis(LOCK_MILLIS);
        return executor;
    }

    @Bean
    @DependsOnDatabaseInitialization
    SpringProcessEngineConfiguration engineSettings(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            SpringJobExecutor jobExecutor,
            UserTaskListener userTaskListener,
            DeferredStepFailures deferredStepFailures,
            @Value("${otodoke.history.cleanup-start:}") String cleanupStart)
            throws IOException {
        var settings = new SpringProcessEngineConfiguration();
        settings.setProcessEngineName("otodoke");
        // Database id blocks make one of two nodes fail if both reserve a block at the same moment.
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setDataSource(dataSource);
        settings.setTransactionManager(transactions);
        settings.setDatabaseSchemaUpdate("false");
        settings.setHistory("activity");
        settings.setJobExecutor(jobExecutor);
        settings.setJobExecutorActivate(false);
        settings.setJobExecutorPreferTimerJobs(true);
        settings.setFailedJobRetryTimeCycle(RETRY_PAUSES);
        settings.setDefaultNumberOfRetries(5);
        settings.setFailedJobCommandFactory(deferredStepFailures);
        settings.setEnforceHistoryTimeToLive(true);
        // Based on the end time, because storing a removal time in every row takes about a dozen statements per
        // case.
        settings.setHistoryCleanupStrategy(ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
        settings.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        settings.setMetricsEnabled(false);
        settings.setTaskMetricsEnabled(false);
        settings.setAuthorizationEnabled(false);
        settings.setLoggingContextBusinessKey("case");
        settings.setDeploymentName("otodoke");
        settings.setDeploymentResources(models());
        // Changing one diagram does not create new versions of the others.
        settings.setDeployChangedOnly(true);
        settings.setCustomPostBPMNParseListeners(new ArrayList<>(List.<BpmnParseListener>of(userTaskListener)));
        settings.setCustomIncidentHandlers(List.of(new MessageIncidents()));
        settings.setCustomSessionFactories(List.of(
                new MessageSubscriptions.Factory(),
                new ExecutionTrees.Factory(),
                new CachedProcessDefinitions.Factory()));
        settings.setHistoryEventHandler(new StepHistory());
        settings.setHistoryEventProducer(new CachedProcessDefinitions.InHistory());
        settings.setProcessEnginePlugins(List.of(new AbstractProcessEnginePlugin() {
            @Override
            public void postInit(ProcessEngineConfigurationImpl engine) {
                engine.getSqlSessionFactory().getConfiguration().addMapper(EngineRows.class);
            }
        }));
        if (!cleanupStart.isBlank()) {
            settings.setHistoryCleanupBatchWindowStartTime(cleanupStart);
        }
        return settings;
    }

    private static Resource[] models() throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        var models = new ArrayList<>(List.of(resolver.getResources("classpath*:bpmn/**/*.bpmn")));
        models.addAll(List.of(resolver.getResources("classpath*:bpmn/**/*.dmn")));
        return models.toArray(Resource[]::new);
    }

    @Bean
    @DependsOn({"nodeHeartbeat", "engineClock"})
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration settings) {
        var factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(settings);
        return factory;
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean
    HistoryService historyService(ProcessEngine engine) {
        return engine.getHistoryService();
    }
}
