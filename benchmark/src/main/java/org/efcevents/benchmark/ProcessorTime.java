package org.efcevents.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * How long the whole process kept processors busy for each operation, compiler and garbage collector included: on a machine that
 * has other work, too, it tells more than the clock does.
 */
public final class ProcessorTime implements InternalProfiler {

    static final String NAME = "processor";

    private long start;

    @Override
    public String getDescription() {
        return "Processor time of the process for each operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        start = busy();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double milliseconds = (busy() - start) / 1e6 / result.getMetadata().getAllOps();
        return List.of(new ScalarResult(NAME, milliseconds, "ms/op", AggregationPolicy.AVG));
    }

    private static long busy() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
