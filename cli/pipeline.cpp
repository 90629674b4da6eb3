#include "cli/pipeline.hpp"

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>
#include <unordered_set>
#include <vector>

#include "base/error.hpp"
#include "base/hash.hpp"
#include "cli/interrupt.hpp"

namespace relata::cli {

namespace {

// Enough text that handing it over costs nothing, little enough to keep all threads at work.
constexpr std::size_t kBatchBytes = 256U << 10U;
// Text that may be under way at a time; together with the largest article it bounds the memory.
constexpr std::size_t kBytesUnderWay = 64U << 20U;

using Batch = std::vector<Extracted>;
using Task = std::packaged_task<Batch()>;

// Threads that run tasks in the order in which they come. Without threads a task runs when its
// result is asked for.
class Workers {
  public:
    explicit Workers(unsigned count) {
        for (unsigned i = 0; i < count; ++i) threads_.emplace_back([this] { work(); });
    }
    ~Workers() {
        {
            const std::lock_guard lock(mutex_);
            ended_ = true;
            tasks_.clear();
        }
        ready_.notify_all();
        for (std::thread& thread : threads_) thread.join();
    }
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    std::future<Batch> start(std::function<Batch()> job) {
        if (threads_.empty()) return std::async(std::launch::deferred, std::move(job));
        Task task(std::move(job));
        std::future<Batch> result = task.get_future();
        {
            const std::lock_guard lock(mutex_);
            tasks_.push_back(std::move(task));
        }
        ready_.notify_one();
        return result;
    }

  private:
    void work() {
        for (;;) {
            std::unique_lock lock(mutex_);
            ready_.wait(lock, [this] { return ended_ || !tasks_.empty(); });
            if (tasks_.empty()) return;
            Task task = std::move(tasks_.front());
            tasks_.pop_front();
            lock.unlock();
            task();
        }
    }

    std::mutex mutex_;
    std::condition_variable ready_;
    std::deque<Task> tasks_;
    bool ended_ = false;
    std::vector<std::thread> threads_;
};

struct UnderWay {
    std::future<Batch> result;
    std::size_t bytes = 0;
};

void extract_one(const extract::Extractor& extractor, extract::ExtractWith with, Extracted& item) {
    try {
        item.extraction = extractor.extract(item.article, with);
    } catch (const Error& error) {
        item.fault = error.what();
    }
}

// Tells articles that come again just as they were: 64 bits an article are kept.
class Seen {
  public:
    bool again(const extract::Document& article) {
        std::uint64_t key = 0;
        for (const std::string* part :
             {&article.id, &article.url, &article.date, &article.source, &article.text}) {
            key = hash(*part, key);
        }
        return !keys_.insert(key).second;
    }

  private:
    std::unordered_set<std::uint64_t> keys_;
};

// Articles of about kBatchBytes, without those that `seen`, where it is given, knows already; false
// after the last one.
bool read_batch(extract::ArticleReader& reader, Seen* seen, Batch& batch, std::size_t& bytes) {
    batch.clear();
    bytes = 0;
    while (bytes < kBatchBytes) {
        Extracted item;
        if (!reader.next(item.article)) break;
        if (seen != nullptr && seen->again(item.article)) continue;
        bytes += item.article.text.size();
        batch.push_back(std::move(item));
    }
    return !batch.empty();
}

}  // namespace

void Source::add_to(CLI::App& app) {
    input.add_to(app);
    extraction.add_to(app);
}

Totals extract_all(const Source& source, const extract::Extractor& extractor, Progress& progress,
                   const std::function<void(Extracted&)>& sink) {
    const InterruptGuard guard;
    extract::ArticleReader reader(source.input.inputs, source.input.read,
                                  [&](const extract::Fault& fault) {
                                      // A pipe that a signal broke off is no damage, and what was
                                      // read of it until then no article.
                                      InterruptGuard::check();
                                      progress.fault(fault);
                                  });
    const unsigned jobs = source.extraction.threads();
    Seen seen;
    Workers workers(jobs > 1 ? jobs : 0);
    std::deque<UnderWay> queue;
    std::size_t bytes_under_way = 0;
    std::uint64_t relations = 0;
    std::uint64_t unusable = 0;
    bool more = true;
    while (more || !queue.empty()) {
        InterruptGuard::check();
        Batch batch;
        std::size_t bytes = 0;
        const bool room = queue.size() < 4 * std::size_t{jobs} && bytes_under_way < kBytesUnderWay;
        if (more && (queue.empty() || room)) {
            more = read_batch(reader, source.once ? &seen : nullptr, batch, bytes);
            InterruptGuard::check();
            if (!more) continue;
            bytes_under_way += bytes;
            queue.push_back({workers.start([&, moved = std::make_shared<Batch>(std::move(batch))] {
                                 for (Extracted& item : *moved)
                                     extract_one(extractor, source.with, item);
                                 return std::move(*moved);
                             }),
                             bytes});
            if (jobs > 1) continue;
        }
        Batch done = queue.front().result.get();
        bytes_under_way -= queue.front().bytes;
        queue.pop_front();
        for (Extracted& item : done) {
            if (!item.fault.empty()) {
                progress.fault({extract::place_of(item.article), item.fault, true});
                ++unusable;
            }
            relations += item.extraction.relations.size();
            sink(item);
        }
        progress.show(reader.counts(), relations);
    }
    InterruptGuard::check();  // a signal that came during the last of the work
    Totals totals{reader.counts(), relations};
    totals.read.articles -= unusable;
    totals.read.faults += unusable;
    return totals;
}

}  // namespace relata::cli
