// The same workloads in C++ on std::priority_queue: no cancellation, and a sequence number for stability. g++ -O3 -march=native.
// Prints one line a workload: name, millions of operations per CPU second (best, median of 7), result.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <queue>
#include <vector>

// xoshiro256++ (Blackman & Vigna 2019).
struct Random {
  uint64_t s[4] = {0x9e3779b97f4a7c15, 0xbf58476d1ce4e5b9, 0x94d049bb133111eb, 0x2545f4914f6cdd1d};
  static uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
  uint64_t next() {
    const uint64_t result = rotl(s[0] + s[3], 23) + s[0], t = s[1] << 17;
    s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t; s[3] = rotl(s[3], 45);
    return result;
  }
  double uniform() { return (next() >> 11) * 0x1.0p-53; }
  double exponential(double mean) { return -mean * std::log(1 - uniform()); }
};

struct Event {
  double time;
  uint64_t sequence;
  int kind;
  int a;
  bool operator<(const Event& other) const {
    return time != other.time ? time > other.time : sequence > other.sequence;
  }
};

using Calendar = std::priority_queue<Event>;

double mm1(int customers) {
  Random random;
  Calendar calendar;
  uint64_t sequence = 0;
  std::vector<double> ring(65536);
  int arrived = 0, served = 0;
  double sum = 0;
  calendar.push({random.exponential(1 / 0.9), sequence++, 0, 0});
  while (!calendar.empty()) {
    const Event event = calendar.top();
    calendar.pop();
    if (event.kind == 0) {
      ring[arrived & 65535] = event.time;
      if (arrived++ == served) calendar.push({event.time + random.exponential(1), sequence++, 1, 0});
      if (arrived < customers) calendar.push({event.time + random.exponential(1 / 0.9), sequence++, 0, 0});
    } else {
      sum += event.time - ring[served & 65535];
      if (++served < arrived) calendar.push({event.time + random.exponential(1), sequence++, 1, 0});
    }
  }
  return sum / customers;
}

double hold(int pending, int operations, bool ties) {
  Random random;
  Calendar calendar;
  uint64_t sequence = 0;
  std::vector<double> steps(65536);
  for (double& step : steps) step = ties ? 1 + random.next() % 3 : random.exponential(1);
  for (int i = 0; i < pending; i++) calendar.push({steps[i & 65535], sequence++, 0, i});
  double time = 0;
  for (int i = 0; i < operations; i++) {
    Event event = calendar.top();
    calendar.pop();
    time = event.time;
    event.time += steps[(i * 7) & 65535];
    event.sequence = sequence++;
    calendar.push(event);
  }
  return time;
}

struct Process {
  int turns = 0, stage = 0;
};

double processes(int count, int resumes) {
  Random random;
  Calendar calendar;
  uint64_t sequence = 0;
  std::vector<Process> all(count);
  for (int i = 0; i < count; i++) calendar.push({random.uniform(), sequence++, 0, i});
  double time = 0;
  for (int i = 0; i < resumes; i++) {
    Event event = calendar.top();
    calendar.pop();
    Process& process = all[event.a];
    process.turns++;
    process.stage ^= 1;
    time = event.time;
    event.time += (1 + random.uniform()) * (1 << process.stage);
    event.sequence = sequence++;
    calendar.push(event);
  }
  return time;
}

template <typename Workload>
void measure(const char* name, double operations, Workload workload) {
  std::vector<double> rates;
  double result = workload();
  for (int round = 0; round < 7; round++) {
    const clock_t start = clock();
    result = workload();
    rates.push_back(operations * CLOCKS_PER_SEC / (clock() - start) / 1e6);
  }
  std::sort(rates.begin(), rates.end());
  std::printf("%s\t%.6f\t%.6f\t%.9g\n", name, rates[6], rates[3], result);
}

int main() {
  measure("mm1", 2e6, [] { return mm1(1000000); });
  measure("hold", 1e6, [] { return hold(10000, 1000000, false); });
  measure("hold-ties", 1e6, [] { return hold(10000, 1000000, true); });
  measure("processes", 1e6, [] { return processes(10000, 1000000); });
}
