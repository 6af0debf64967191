-- Each step of a case wrote a dozen index entries of its history twice. What goes here serves statistics and tenants, which
-- nobody asks the engine for (ADR 0125).
drop index act_idx_hi_act_inst_tenant_id;
drop index act_idx_hi_act_inst_proc_def_key;
drop index act_idx_hi_act_inst_stats;
drop index act_idx_hi_ai_pdefid_end_time;
drop index act_idx_hi_act_inst_start_end;
drop index act_idx_hi_pro_inst_tenant_id;
drop index act_idx_hi_pro_rst_pro_inst_id;
drop index act_idx_hi_pi_pdefid_end_time;
drop index act_idx_event_subscr_tenant_id;
drop index act_idx_event_subscr_config_;
drop index act_idx_exec_tenant_id;
drop index act_idx_job_tenant_id;
drop index act_idx_variable_tenant_id;
